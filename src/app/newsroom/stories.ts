import { UserError } from '../../base/errors.ts';
import { fold } from '../../base/fold.ts';
import { leadOf } from '../../brief/compose.ts';
import { saysNoMore } from '../../brief/same-role.ts';
import { wordings } from '../../brief/side-by-side.ts';
import type { PersonInStory, StoryInFull } from '../../model/briefing.ts';
import { referenceTo } from '../../model/edition.ts';
import { slice } from '../../model/span.ts';
import { roleIn } from '../../model/speaker.ts';
import { type Passage, quotesIn, type ReadArticle } from '../../model/story.ts';
import { articleById, articlesAt, articlesOfStory } from '../../store/articles/articles.ts';
import { articleByTitle, titlesLike } from '../../store/articles/titles.ts';
import { editionById } from '../../store/editions.ts';
import { entitiesOfArticle } from '../../store/entities/appearances.ts';
import type { Store } from '../../store/store.ts';

/** The story of a title, of the start of one, or of `#id`, which may be one of an edition. @throws UserError where there is none. */
export async function findStory(store: Store, title: string, asOf: Date, edition?: string): Promise<StoryInFull> {
  const shown = edition && title.startsWith('#') ? await shownIn(store, edition, title.slice(1)) : [];
  if (shown.length > 0) return inFull(store, shown);
  const named = title.startsWith('#') ? await storyNamed(store, title.slice(1), asOf) : [];
  // "#MeToo reaches the board" is a headline
  const id = named.length > 0 ? undefined : await storyTitled(store, title, asOf);
  const articles = id ? await articlesOfStory(store, id, asOf) : named;
  if (articles.length === 0) {
    throw new UserError(
      `No story is titled “${title.slice(0, 100)}”. Start typing a word of its headline and pick one from the list, or use /search.`,
    );
  }
  return inFull(store, articles);
}

/** A story bears the name of its first article, also after it has become part of another. */
async function storyNamed(store: Store, id: string, asOf: Date): Promise<readonly ReadArticle[]> {
  const articles = await articlesOfStory(store, id, asOf);
  if (articles.length > 0) return articles;
  const first = await articleById(store, id);
  return first ? articlesOfStory(store, first.storyId, asOf) : [];
}

/** A story's articles as an edition showed them, whatever has become of them since. */
async function shownIn(store: Store, edition: string, story: string): Promise<readonly ReadArticle[]> {
  const entry = (await editionById(store, edition))?.entries.find((each) => each.story === story);
  return entry ? articlesAt(store, entry.sources) : [];
}

async function inFull(store: Store, articles: readonly ReadArticle[]): Promise<StoryInFull> {
  const lead = leadOf(articles);
  const worded = wordings(articles.flatMap(quotesIn));
  return {
    id: lead.storyId,
    articles,
    lead,
    summary: lead.reading.summary.map((span) => ({ article: lead, span })),
    quotes: worded.map(({ quoted }) => quoted),
    otherWordings: new Map(
      worded.filter(({ others }) => others.length > 0).map(({ quoted, others }) => [quoted, others]),
    ),
    people: await peopleOf(store, articles),
  };
}

async function storyTitled(store: Store, title: string, asOf: Date): Promise<string | undefined> {
  if (fold(title) === '') return undefined;
  const exact = await articleByTitle(store, title);
  if (exact) return exact.storyId;
  const [like] = await titlesLike(store, title, 1, asOf);
  return like?.storyId;
}

/** The people of a story, those first that most of its articles name, each with a stated role if there is one. */
async function peopleOf(store: Store, articles: readonly ReadArticle[]): Promise<PersonInStory[]> {
  const people = new Map<string, { person: PersonInStory; articles: number; mentions: number }>();
  for (const article of articles) {
    for (const [local, entity] of await entitiesOfArticle(store, referenceTo(article))) {
      if (entity.type !== 'person') continue;
      const before = people.get(entity.id);
      const roles = withRole(before?.person.roles ?? [], roleIn(article, local));
      const known = roles.at(-1);
      people.set(entity.id, {
        person: { entity, roles, ...(known && { known }) },
        articles: (before?.articles ?? 0) + 1,
        mentions: (before?.mentions ?? 0) + (article.reading.entities[local]?.mentions.length ?? 0),
      });
    }
  }
  return [...people.values()]
    .sort(
      (a, b) =>
        b.articles - a.articles || b.mentions - a.mentions || (a.person.entity.name < b.person.entity.name ? -1 : 1),
    )
    .map(({ person }) => person);
}

/** The roles and one more, without those that say nothing another does not. */
function withRole(roles: readonly Passage[], role: Passage | undefined): readonly Passage[] {
  if (!role || roles.some((other) => saysNoMore(wordsOf(role), wordsOf(other)))) return roles;
  return [...roles.filter((other) => !saysNoMore(wordsOf(other), wordsOf(role))), role];
}

const wordsOf = ({ article, span }: Passage) => slice(article.text, span);
