import { createHash } from 'node:crypto';
import { datedAt } from '../model/article.ts';
import type { ArticleReference, Edition, EditionEntry } from '../model/edition.ts';
import { slice } from '../model/span.ts';
import { type QuoteInArticle, quotesIn, type ReadArticle, type Story } from '../model/story.ts';
import { rank } from './rank.ts';
import { tellingWords } from './words.ts';

/** Sentences of a story at the most: one for the event, one for its weight, one for what another outlet adds. */
const SENTENCES = 3;
/** A sentence that shares this part of its telling words with one already shown adds nothing. */
const RETOLD = 0.6;
/** A key quote says something, and fits a phone. */
const QUOTE_LENGTH = { least: 30, most: 320 };

export interface Wanted {
  readonly scope: string;
  readonly topic?: string;
  readonly from?: Date;
  readonly to: Date;
  readonly older: boolean;
  /** Stories shown at the most. */
  readonly stories: number;
}

/** The articles by story, each story's oldest first. */
export function groupStories(articles: readonly ReadArticle[]): Story[] {
  const byStory = new Map<string, ReadArticle[]>();
  for (const article of articles) byStory.set(article.storyId, [...(byStory.get(article.storyId) ?? []), article]);
  return [...byStory].map(([id, members]) => ({ id, articles: oldestFirst(members) }));
}

const oldestFirst = (articles: readonly ReadArticle[]) =>
  articles.toSorted((a, b) => datedAt(a).getTime() - datedAt(b).getTime() || (a.id < b.id ? -1 : 1));

/** The edition of these articles. The same articles and wishes give the same edition, id and all. */
export function compose(wanted: Wanted, articles: readonly ReadArticle[]): Edition {
  const stories = rank(groupStories(articles), wanted.to);
  const entries = stories.slice(0, wanted.stories).map(entryOf);
  const edition = {
    scope: wanted.scope,
    ...(wanted.topic && { topic: wanted.topic }),
    ...(wanted.from && { from: wanted.from.toISOString() }),
    to: wanted.to.toISOString(),
    older: wanted.older,
    entries,
    // Older stories that stand in were not part of the window.
    receipt: wanted.older
      ? { read: 0, stories: 0, shown: entries.length }
      : { read: articles.length, stories: stories.length, shown: entries.length },
  };
  return { id: createHash('sha256').update(JSON.stringify(edition)).digest('hex').slice(0, 16), ...edition };
}

const reference = ({ id, version }: ReadArticle): ArticleReference => ({ article: id, version });

function entryOf({ id, articles }: Story): EditionEntry {
  const lead = leadOf(articles);
  const quote = keyQuote(articles);
  return {
    story: id,
    lead: reference(lead),
    sources: articles.map(reference),
    sentences: keySentences(lead, articles),
    ...(quote && { quote: { from: reference(quote.article), index: quote.index } }),
  };
}

/** The article that heads a story: the fullest of its newest ones, for it knows most. */
export function leadOf(articles: readonly ReadArticle[]): ReadArticle {
  const fullness = ({ reading, text }: ReadArticle) =>
    Math.min(reading.quotes.length, 4) * 500 + Math.min(text.length, 4_000);
  return articles.reduce((best, article) => (fullness(article) >= fullness(best) ? article : best));
}

/** The lead's summary, its last sentence giving way to one by which another outlet adds something. */
function keySentences(lead: ReadArticle, articles: readonly ReadArticle[]): EditionEntry['sentences'] {
  const own = lead.reading.summary.slice(0, SENTENCES).map((span) => ({ article: lead, span }));
  const others = articles
    .filter((article) => article !== lead)
    .flatMap((article) => article.reading.summary.slice(0, 1).map((span) => ({ article, span })));
  const told = own.slice(0, SENTENCES - 1);
  const added = others.find((other) => told.every((each) => shared(each, other) < RETOLD));
  const shown = added ? [...told, added] : own;
  return shown.map(({ article, span }) => ({ from: reference(article), span: { start: span.start, end: span.end } }));
}

interface Sentence {
  readonly article: ReadArticle;
  readonly span: { readonly start: number; readonly end: number };
}

function shared(one: Sentence, other: Sentence): number {
  const words = ({ article, span }: Sentence) => new Set(tellingWords(slice(article.text, span)));
  const [a, b] = [words(one), words(other)];
  const both = [...a].filter((word) => b.has(word)).length;
  return both / Math.max(Math.min(a.size, b.size), 1);
}

/** The quote to show: said by somebody named, of a length to read, the newest article's first. */
export function keyQuote(articles: readonly ReadArticle[]): QuoteInArticle | undefined {
  const worth = ({ quote }: QuoteInArticle): number => {
    const length = quote.words.end - quote.words.start;
    if (!quote.speaker?.names.length || length < QUOTE_LENGTH.least || length > QUOTE_LENGTH.most) return 0;
    return 1 + (quote.speaker.entities.length > 0 ? 1 : 0) + Math.min(length, 160) / 160;
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
