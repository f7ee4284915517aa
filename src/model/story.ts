import type { KnownArticle } from './article.ts';
import type { Quote, Reading } from './reading.ts';
import type { Span } from './span.ts';

/** An article with what was read in it and the story it tells. */
export interface ReadArticle extends KnownArticle {
  readonly storyId: string;
  readonly reading: Reading;
}

/** What a list says of an article: nothing of its text. */
export type ListedArticle = Omit<ReadArticle, 'text' | 'reading'>;

/** What stories are weighed by: enough to rank thousands of articles without reading one. */
export interface Outline {
  readonly id: string;
  readonly version: number;
  readonly storyId: string;
  /** Whose voice it is: an outlet, a host, or its own id where neither is known. */
  readonly source: string;
  /** The first article with its text: near-copies of one wire text share it. */
  readonly copyOf: string;
  readonly datedAt: Date;
  /** Named people and bodies it quotes. */
  readonly voices: number;
}

/** Articles that report the same event, oldest first; never empty. */
export interface Story {
  readonly id: string;
  readonly articles: readonly Outline[];
}

/** A stretch of an article's text: the only form in which article words reach a card. */
export interface Passage {
  readonly article: ReadArticle;
  readonly span: Span;
}

/** A quote, the article it stands in, and its place in the article's reading. */
export interface QuoteInArticle {
  readonly article: ReadArticle;
  readonly index: number;
  readonly quote: Quote;
}

export const quotesIn = (article: ReadArticle): QuoteInArticle[] =>
  article.reading.quotes.map((quote, index) => ({ article, index, quote }));
