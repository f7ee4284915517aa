import { createHash } from 'node:crypto';
import { grouped } from '../base/grouped.ts';
import { type ArticleReference, type Edition, type EditionEntry, referenceTo } from '../model/edition.ts';
import { holds, slice } from '../model/span.ts';
import {
  type Outline,
  type Passage,
  type QuoteInArticle,
  quotesIn,
  type ReadArticle,
  type Story,
} from '../model/story.ts';
import { independentIn, sourcesIn } from './independent.ts';
import type { Ranked } from './rank.ts';
import { tellingWords } from './words.ts';

/** Sentences of a story at the most: one for the event, one for its weight, one for what another outlet adds. */
const SENTENCES = 3;
/** A sentence that shares this part of its telling words with one already shown adds nothing. */
const RETOLD = 0.6;
/** A key quote says something, and fits a phone. */
const QUOTE_LENGTH = { least: 30, most: 320 };
/** Sources and left-out stories that an edition remembers; the newest, and the best. */
export const REMEMBERED = 100;

export interface Wanted {
  readonly scope: string;
  readonly topic?: string;
  readonly from?: Date;
  readonly to: Date;
  readonly older: boolean;
  readonly feedsDown: Edition['receipt']['feedsDown'];
}

/** A story to be shown, with those of its articles that are at hand, oldest first. */
export interface Shown {
  readonly ranked: Ranked;
  readonly articles: readonly ReadArticle[];
  /** For a story the channel knows: what is new in it. */
  readonly fact?: Passage | undefined;
}

/** What became of the stories of a window. */
export interface Sorted {
  readonly shown: readonly Shown[];
  /** Known to the channel and without a new fact, with the article that heads each. */
  readonly developing: readonly { readonly story: string; readonly lead: ArticleReference }[];
  readonly leftOut: Edition['leftOut'];
  /** How many articles and stories there were. */
  readonly read: number;
  readonly stories: number;
}

/** The articles by story, each story's oldest first. */
export function groupStories(articles: readonly Outline[]): Story[] {
  const byStory = grouped(articles, ({ storyId }) => storyId);
  return [...byStory].map(([id, members]) => ({ id, articles: oldestFirst(members) }));
}

const oldestFirst = (articles: Outline[]) =>
  articles.sort((a, b) => a.datedAt.getTime() - b.datedAt.getTime() || (a.id < b.id ? -1 : 1));

/** The edition of these stories. The same stories and wishes give the same edition, id and all. */
export function compose(wanted: Wanted, { shown, developing, leftOut, read, stories }: Sorted): Edition {
  const edition = {
    scope: wanted.scope,
    ...(wanted.topic && { topic: wanted.topic }),
    ...(wanted.from && { from: wanted.from.toISOString() }),
    to: wanted.to.toISOString(),
    older: wanted.older,
    entries: shown.map(entryOf),
    developing,
    leftOut: leftOut.slice(0, REMEMBERED),
    // Older stories that stand in were not part of the window.
    receipt: {
      ...(wanted.older ? { read: 0, stories: 0 } : { read, stories }),
      shown: shown.length,
      feedsDown: wanted.feedsDown,
    },
  };
  return { id: createHash('sha256').update(JSON.stringify(edition)).digest('hex').slice(0, 16), ...edition };
}

function entryOf({ ranked: { story, score }, articles, fact }: Shown): EditionEntry {
  const lead = fact?.article ?? leadOf(articles);
  const quote = keyQuote(articles);
  const sentences = keySentences(lead, articles, fact);
  // The key quote is set apart: its sentence need not stand above it a second time, unless it is the news itself.
  const apart = sentences.filter(({ from, span }, place) => {
    const holdsQuote = from.article === quote?.article.id && holds(span, quote.quote.words);
    return !holdsQuote || (fact && place === 0);
  });
  return {
    story: story.id,
    lead: referenceTo(lead),
    sources: story.articles.slice(-REMEMBERED).map(referenceTo),
    sentences: apart.length > 0 ? apart : sentences,
    ...(quote && { quote: { from: referenceTo(quote.article), index: quote.index } }),
    score,
    changed: fact !== undefined,
    outlets: sourcesIn(story.articles),
    independent: independentIn(story.articles).length,
  };
}

/** The article that heads a story: the fullest of its newest ones, for it knows most. */
export function leadOf(articles: readonly ReadArticle[]): ReadArticle {
  const fullness = ({ reading, text }: ReadArticle) =>
    Math.min(reading.quotes.length, 4) * 500 + Math.min(text.length, 4_000);
  return articles.reduce((best, article) => (fullness(article) >= fullness(best) ? article : best));
}

/** The lead's summary, its last sentence giving way to one by which another outlet adds something. */
function keySentences(
  lead: ReadArticle,
  articles: readonly ReadArticle[],
  fact: Passage | undefined,
): EditionEntry['sentences'] {
  const summary = lead.reading.summary.filter(({ start }) => start !== fact?.span.start);
  const own = [...(fact ? [fact.span] : []), ...summary].slice(0, SENTENCES).map((span) => ({ article: lead, span }));
  const others = articles
    .filter((article) => article !== lead)
    .flatMap((article) => article.reading.summary.slice(0, 1).map((span) => ({ article, span })));
  const told = own.slice(0, SENTENCES - 1);
  const added = others.find((other) => told.every((each) => shared(each, other) < RETOLD));
  const shown = added ? [...told, added] : own;
  return shown.map(({ article, span }) => ({ from: referenceTo(article), span: { start: span.start, end: span.end } }));
}

function shared(one: Passage, other: Passage): number {
  const words = ({ article, span }: Passage) => new Set(tellingWords(slice(article.text, span)));
  const [a, b] = [words(one), words(other)];
  const both = [...a].filter((word) => b.has(word)).length;
  return both / Math.max(Math.min(a.size, b.size), 1);
}

/**
 * The quote to show: said by somebody named, of a length to read, the newest article's first. One that begins in the
 * middle of a sentence (“and then it burned”, “a slap in the face”) only where no other is.
 */
export function keyQuote(articles: readonly ReadArticle[]): QuoteInArticle | undefined {
  const worth = ({ article, quote }: QuoteInArticle): number => {
    const length = quote.words.end - quote.words.start;
    if (!quote.speaker?.names.length || length < QUOTE_LENGTH.least || length > QUOTE_LENGTH.most) return 0;
    const whole = /^\P{Ll}/u.test(slice(article.text, quote.words));
    return (whole ? 3 : 1) + (quote.speaker.entities.length > 0 ? 1 : 0) + Math.min(length, 160) / 160;
  };
  return articles
    .toReversed()
    .flatMap(quotesIn)
    .map((quoted) => ({ quoted, worth: worth(quoted) }))
    .filter(({ worth }) => worth > 0)
    .reduce<{ quoted: QuoteInArticle; worth: number } | undefined>(
      (best, each) => (best && best.worth >= each.worth ? best : each),
      undefined,
    )?.quoted;
}
