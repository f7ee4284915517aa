import { DAY } from '../base/clock.ts';
import { UserError } from '../base/errors.ts';
import { compose } from '../brief/compose.ts';
import { datedAt } from '../model/article.ts';
import type { Briefing } from '../model/briefing.ts';
import type { ArticleReference, Edition } from '../model/edition.ts';
import type { ReadArticle } from '../model/story.ts';
import { articlesAt, articlesBetween, newestArticles } from '../store/articles.ts';
import { editionById, keepEdition } from '../store/editions.ts';
import { search } from '../store/search.ts';
import type { Store } from '../store/store.ts';

export interface EditionWish {
  readonly scope: string;
  readonly topic?: string | undefined;
  readonly from?: Date | undefined;
  /** Now, or the slot: nothing later is part of it. */
  readonly to: Date;
  readonly stories: number;
  /** Whether, with nothing in the window, the newest stories stand in. */
  readonly fallBack: boolean;
  /** Whether what came in during the window belongs to it though it was published before: no edition has had it. */
  readonly lateComers?: boolean;
}

/** Articles of a window that are weighed for an edition, the newest. */
const WEIGHED = 400;
/** How long before the window an article that comes in late may have been published. */
const STILL_TOLD = 2 * DAY;
/** Articles that stand in for an empty window. */
const STANDING_IN = 40;

/** Composes the edition of a window and stores it: what was shown can be shown again. */
export async function makeEdition(store: Store, wish: EditionWish): Promise<Briefing> {
  const { scope, topic, from, to, stories } = wish;
  const inWindow = await articlesFor(store, wish, from);
  const empty = inWindow.length === 0 && wish.fallBack && from !== undefined;
  const articles = empty ? (await articlesFor(store, wish, undefined)).slice(0, STANDING_IN) : inWindow;
  const older = empty && articles.length > 0;
  const edition = compose({ scope, ...(topic && { topic }), ...(from && { from }), to, older, stories }, articles);
  await keepEdition(store, edition, to);
  return briefingOf(store, edition, articles);
}

async function articlesFor(
  store: Store,
  { topic, to, lateComers }: EditionWish,
  from: Date | undefined,
): Promise<readonly ReadArticle[]> {
  const since = from && lateComers ? new Date(from.getTime() - STILL_TOLD) : from;
  const known = (article: ReadArticle) =>
    lateComers ? Math.max(datedAt(article).getTime(), article.firstSeen.getTime()) : datedAt(article).getTime();
  const inWindow = (article: ReadArticle) =>
    known(article) <= to.getTime() && (!from || known(article) > from.getTime());
  const limit = WEIGHED;
  if (topic) {
    const { hits } = await search(store, { words: topic, since, asOf: to, limit, offset: 0 });
    return hits.map(({ article }) => article).filter(inWindow);
  }
  const found = since ? articlesBetween(store, { from: since, to, asOf: to, limit }) : newestArticles(store, limit, to);
  return (await found).filter(inWindow);
}

/** A stored edition with its articles, as they were when it was made. @throws UserError where it is gone. */
export async function findBriefing(store: Store, id: string): Promise<Briefing> {
  const edition = await editionById(store, id);
  if (!edition) throw new UserError('This edition is no longer kept. Ask for a new one with /brief.');
  return briefingOf(store, edition, []);
}

async function briefingOf(store: Store, edition: Edition, atHand: readonly ReadArticle[]): Promise<Briefing> {
  const articles = new Map(atHand.map((article) => [keyOf(article.id, article.version), article]));
  const named = edition.entries.flatMap(({ lead, sources, sentences, quote }) => [
    lead,
    ...sources,
    ...sentences.map(({ from }) => from),
    ...(quote ? [quote.from] : []),
  ]);
  const missing = named.filter(({ article, version }) => !articles.has(keyOf(article, version)));
  for (const article of await articlesAt(store, missing)) articles.set(keyOf(article.id, article.version), article);

  const at = ({ article, version }: ArticleReference): ReadArticle => {
    const found = articles.get(keyOf(article, version));
    if (!found)
      throw new Error(`Edition ${edition.id} names article ${article}, version ${version}, which is not stored.`);
    return found;
  };
  return { edition, stories: edition.entries.map((entry) => briefed(entry, at)) };
}

const keyOf = (id: string, version: number) => `${id}@${version}`;

function briefed(
  entry: Edition['entries'][number],
  at: (reference: ArticleReference) => ReadArticle,
): Briefing['stories'][number] {
  const quoted = entry.quote && at(entry.quote.from);
  const quote = quoted?.reading.quotes[entry.quote?.index ?? -1];
  return {
    id: entry.story,
    lead: at(entry.lead),
    sources: entry.sources.map(at),
    sentences: entry.sentences.map(({ from, span }) => ({ article: at(from), span })),
    ...(quoted && quote && entry.quote && { quote: { article: quoted, index: entry.quote.index, quote } }),
  };
}
