import { UserError } from '../../base/errors.ts';
import type { BriefedStory, Briefing } from '../../model/briefing.ts';
import {
  type ArticleReference,
  type Edition,
  type EditionEntry,
  referenceKey,
  referenceTo,
} from '../../model/edition.ts';
import type { ListedArticle, ReadArticle } from '../../model/story.ts';
import { articlesAt } from '../../store/articles/articles.ts';
import { listedArticles } from '../../store/articles/listed-articles.ts';
import { editionById } from '../../store/editions.ts';
import type { Store } from '../../store/store.ts';

const PEOPLE = 4;

/** A stored edition with its articles, as they were when it was made. @throws UserError where it is gone. */
export async function findBriefing(store: Store, id: string): Promise<Briefing> {
  const edition = await editionById(store, id);
  if (!edition) throw new UserError('This edition is no longer kept. Ask for a new one with /brief.');
  return briefingOf(store, edition, []);
}

/** An edition with what is needed to draw it; only articles that are shown in their own words are loaded whole. */
export async function briefingOf(store: Store, edition: Edition, atHand: readonly ReadArticle[]): Promise<Briefing> {
  const whole = new Map(atHand.map((article) => [referenceKey(referenceTo(article)), article]));
  const shown = edition.entries.flatMap(({ lead, sentences, quote }) => [
    lead,
    ...sentences.map(({ from }) => from),
    ...(quote ? [quote.from] : []),
  ]);
  const missing = shown.filter((reference) => !whole.has(referenceKey(reference)));
  for (const article of await articlesAt(store, missing)) whole.set(referenceKey(referenceTo(article)), article);
  const listed = await listedArticles(store, [
    ...edition.entries.flatMap(({ sources }) => sources),
    ...edition.developing.map(({ lead }) => lead),
  ]);

  const read = at(whole, edition);
  const named = at(listed, edition);
  return {
    edition,
    stories: edition.entries.map((entry) => briefed(entry, read, named)),
    developing: edition.developing.map(({ lead }) => named(lead)),
  };
}

const at =
  <T>(articles: ReadonlyMap<string, T>, { id }: Edition) =>
  (reference: ArticleReference): T => {
    const found = articles.get(referenceKey(reference));
    if (!found) throw new Error(`Edition ${id} names ${referenceKey(reference)}, which is not stored.`);
    return found;
  };

function briefed(
  entry: EditionEntry,
  read: (reference: ArticleReference) => ReadArticle,
  named: (reference: ArticleReference) => ListedArticle,
): BriefedStory {
  const quoted = entry.quote && read(entry.quote.from);
  const quote = quoted?.reading.quotes[entry.quote?.index ?? -1];
  const lead = read(entry.lead);
  return {
    id: entry.story,
    lead,
    sources: entry.sources.map(named),
    sentences: entry.sentences.map(({ from, span }) => ({ article: read(from), span })),
    ...(quoted && quote && entry.quote && { quote: { article: quoted, index: entry.quote.index, quote } }),
    people: peopleIn(lead),
    entry,
  };
}

/** The people an article names most, in the fullest form it has. */
function peopleIn({ reading }: ReadArticle): string[] {
  return reading.entities
    .filter(({ type }) => type === 'person')
    .toSorted((a, b) => b.mentions.length - a.mentions.length)
    .slice(0, PEOPLE)
    .map(({ name }) => name);
}
