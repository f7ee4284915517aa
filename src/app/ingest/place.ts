import { isCopy } from '../../brief/copies.ts';
import { type Alike, alikeTo, joinStory } from '../../brief/join.ts';
import { mostTelling, withOne } from '../../brief/profile.ts';
import { SAME_STORY_WITHIN } from '../../brief/same-story.ts';
import { termsOf } from '../../brief/terms.ts';
import { datedAt, type KnownArticle } from '../../model/article.ts';
import type { ReadArticle } from '../../model/story.ts';
import type { Commonness, StoryMember, Terms } from '../../model/terms.ts';
import { articleById } from '../../store/articles/articles.ts';
import { commonnessOf, membersOf, nearInTerms } from '../../store/articles/story-terms.ts';
import type { Placed } from '../../store/articles/taken.ts';
import type { Store } from '../../store/store.ts';

/** Articles compared with a new one, at the most, and texts looked at for copies of it. */
const COMPARED = 40;
const READ_FOR_COPIES = 5;
/** Only what is so alike can have the same text. */
const MAYBE_COPY = 0.4;
/** Articles of the stories around it that are grouped afresh, at the most: those closest to it in time. */
const REGROUPED = 300;

/** How a new or changed article stands among those known: its story, and whether its text is an outlet's own. */
export async function placeInStory(
  store: Store,
  article: KnownArticle,
  before: ReadArticle | undefined,
): Promise<Placed & { readonly storyId: string }> {
  const terms = termsOf(article);
  const telling = mostTelling(terms, withOne(terms, await commonnessOf(store, terms.keys())));
  // A correction does not make it another event.
  if (before) return { storyId: before.storyId, terms, telling, copyOf: article.id, moves: new Map() };

  const around = datedAt(article);
  const near = await nearInTerms(store, { terms: telling, around, within: SAME_STORY_WITHIN, limit: COMPARED });
  const alike = alikeTo(terms, near, await commonnessAmong(store, terms, near));
  const stories = [...new Set(alike.map(({ member }) => member.storyId))];
  const neighbours = await membersOf(store, stories, { around, within: 2 * SAME_STORY_WITHIN, limit: REGROUPED });
  const common = await commonnessAmong(store, terms, neighbours);
  const joined = joinStory({ id: article.id, datedAt: around, terms }, neighbours, common);
  return { ...joined, terms, telling, copyOf: await copyOf(store, article, alike) };
}

/** How common the terms of a new article and of some known ones are, the new one counted. */
async function commonnessAmong(store: Store, terms: Terms, known: readonly StoryMember[]): Promise<Commonness> {
  const all = new Set([...terms.keys(), ...known.flatMap((each) => [...each.terms.keys()])]);
  return withOne(terms, await commonnessOf(store, all));
}

/** The first article of the text it has: its own id where that is new, or too short to tell. */
async function copyOf(store: Store, { id, text }: KnownArticle, alike: readonly Alike[]): Promise<string> {
  for (const { member } of alike.filter((each) => each.alike >= MAYBE_COPY).slice(0, READ_FOR_COPIES)) {
    const other = await articleById(store, member.id);
    if (other && isCopy(text, other.text)) return member.copyOf;
  }
  return id;
}
