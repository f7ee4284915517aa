import type { QuoteInArticle } from '../model/story.ts';
import { dateline, headline } from './article.ts';
import type { Card, Line } from './card.ts';
import { quotation } from './quotation.ts';
import { contextAsk } from './story.ts';

const PER_PAGE = 5;

/** Quotes, newest first. `heading` says whose or what about. */
export function quotesCard(heading: Line, quotes: readonly QuoteInArticle[], total: number): Card {
  const more = total > quotes.length ? `the newest ${quotes.length} of ${total}` : `${total} in all`;
  return {
    head: [{ title: heading }, { small: [`${more}, newest first`] }],
    entries: quotes.map((quoted) => ({
      blocks: [quotation(quoted), { small: [headline(quoted.article), ' · ', ...dateline(quoted.article)] }],
      buttons: [{ label: 'In context', ask: contextAsk(quoted) }],
    })),
    foot: [],
    perPage: PER_PAGE,
  };
}
