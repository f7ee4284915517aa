import type { KnownArticle } from './article.ts';
import type { Quote, Reading } from './reading.ts';
import type { Span } from './span.ts';

/** An article with what was read in it and the story it tells. */
export interface ReadArticle extends KnownArticle {
  readonly storyId: string;
  readonly reading: Reading;
}

/** Articles that report the same event, oldest first; never empty. */
export interface Story {
  readonly id: string;
  readonly articles: readonly ReadArticle[];
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
