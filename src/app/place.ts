import { isCopy } from '../brief/copies.ts';
import { joinStory } from '../brief/join.ts';
import { mostTelling, withOne } from '../brief/profile.ts';
import { SAME_STORY_WITHIN } from '../brief/same-story.ts';
import { termsOf } from '../brief/terms.ts';
import { datedAt, type KnownArticle } from '../model/article.ts';
import type { ReadArticle } from '../model/story.ts';
import type { StoryMember } from '../model/terms.ts';
import { articleById } from '../store/articles.ts';
import type { Store } from '../store/store.ts';
import { commonnessOf, nearInTerms } from '../store/story-terms.ts';
import type { Placed } from '../store/taken.ts';

/** Articles compared with a new one, at the most, and texts looked at for copies of it. */
const COMPARED = 40;
const READ_FOR_COPIES = 5;

/** How a new or changed article stands among those known: its story, and whether its text is an outlet's own. */
export async function placeInStory(
  store: Store,
  article: KnownArticle,
  before: ReadArticle | undefined,
): Promise<Placed & { readonly storyId: string }> {
  const terms = termsOf(article);
  const telling = mostTelling(terms, withOne(terms, await commonnessOf(store, terms.keys())));
  // A correction does not make it another event.
  if (before) return { storyId: before.storyId, terms, telling, copyOf: article.id, joins: [] };

  const near = await nearInTerms(store, {
    terms: telling,
    around: datedAt(article),
    within: SAME_STORY_WITHIN,
    limit: COMPARED,
  });
  const known = await commonnessOf(store, [...terms.keys(), ...near.flatMap((each) => [...each.terms.keys()])]);
  const { storyId, joins, nearest } = joinStory(article.id, terms, near, withOne(terms, known));
  return { storyId, terms, telling, copyOf: await copyOf(store, article, nearest), joins };
}

/** The first article of the text it has: its own id where that is new, or too short to tell. */
async function copyOf(store: Store, { id, text }: KnownArticle, nearest: readonly StoryMember[]): Promise<string> {
  for (const member of nearest.slice(0, READ_FOR_COPIES)) {
    const other = await articleById(store, member.id);
    if (other && isCopy(text, other.text)) return member.copyOf;
  }
  return id;
}
