import { UserError } from '../base/errors.ts';
import { leadOf } from '../brief/compose.ts';
import type { Candidate, StoryInFull } from '../model/briefing.ts';
import { roleIn } from '../model/speaker.ts';
import { type Passage, type QuoteInArticle, quotesIn, type ReadArticle } from '../model/story.ts';
import { entitiesOfArticle } from '../store/appearances.ts';
import { articlesAt, articlesOfStory } from '../store/articles.ts';
import type { Store } from '../store/store.ts';
import { articleByTitle, titlesLike } from '../store/titles.ts';

/** The story of a title, of the start of one, or of `#id`. @throws UserError where there is none. */
export async function findStory(store: Store, title: string, asOf: Date): Promise<StoryInFull> {
  const id = title.startsWith('#') ? title.slice(1) : await storyTitled(store, title, asOf);
  const articles = id ? await articlesOfStory(store, id, asOf) : [];
  if (articles.length === 0) {
    throw new UserError(
      `No story is titled “${title.slice(0, 100)}”. Start typing a word of its headline and pick one from the list, or use /search.`,
    );
  }
  const lead = leadOf(articles);
  return {
    id: lead.storyId,
    articles,
    lead,
    summary: lead.reading.summary.map((span) => ({ article: lead, span })),
    quotes: articles.flatMap(quotesIn),
    people: await peopleOf(store, articles),
  };
}

async function storyTitled(store: Store, title: string, asOf: Date): Promise<string | undefined> {
  const exact = await articleByTitle(store, title);
  if (exact) return exact.storyId;
  const [like] = await titlesLike(store, title, 1, asOf);
  return like?.storyId;
}

/** The people of a story, those first that most of its articles name, each with a stated role if there is one. */
async function peopleOf(store: Store, articles: readonly ReadArticle[]): Promise<Candidate[]> {
  const people = new Map<string, { candidate: Candidate; articles: number; mentions: number }>();
  for (const article of articles) {
    for (const [local, entity] of await entitiesOfArticle(store, { article: article.id, version: article.version })) {
      if (entity.type !== 'person') continue;
      const before = people.get(entity.id);
      const known = roleIn(article, local) ?? before?.candidate.known;
      people.set(entity.id, {
        candidate: { entity, ...(known && { known }) },
        articles: (before?.articles ?? 0) + 1,
        mentions: (before?.mentions ?? 0) + (article.reading.entities[local]?.mentions.length ?? 0),
      });
    }
  }
  return [...people.values()]
    .sort(
      (a, b) =>
        b.articles - a.articles ||
        b.mentions - a.mentions ||
        (a.candidate.entity.name < b.candidate.entity.name ? -1 : 1),
    )
    .map(({ candidate }) => candidate);
}

/** The quote that a button names as `article@version:place`, and the paragraph it stands in. */
export async function findQuote(
  store: Store,
  reference: string,
): Promise<{ quoted: QuoteInArticle; paragraph: Passage }> {
  const [, id, version, place] = /^(\w+)@(\d+):(\d+)$/.exec(reference) ?? [];
  const [article] = id ? await articlesAt(store, [{ article: id, version: Number(version) }]) : [];
  const index = Number(place);
  const quote = article?.reading.quotes[index];
  if (!article || !quote) throw new UserError('That quote is no longer kept. Ask for the story again with /story.');
  return { quoted: { article, index, quote }, paragraph: paragraphAround(article, quote) };
}

function paragraphAround(article: ReadArticle, { sentence }: QuoteInArticle['quote']): Passage {
  const before = article.text.lastIndexOf('\n', sentence.start - 1);
  const after = article.text.indexOf('\n', sentence.end);
  return { article, span: { start: before + 1, end: after === -1 ? article.text.length : after } };
}
