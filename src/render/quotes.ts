import type { QuoteInArticle } from '../model/story.ts';
import { age, headline } from './article.ts';
import { type Card, type Line, notice } from './card.ts';
import { clip, clipName } from './limits.ts';
import { quotation } from './quotation.ts';
import { contextAsk } from './story.ts';

const PER_PAGE = 5;

interface Wish {
  readonly about?: string | undefined;
  readonly days?: number | undefined;
}

export function noQuotesCard({ about, days }: Wish, speaker: string | undefined): Card {
  const whose = speaker ? ` of ${clipName(speaker)}` : '';
  const what = about ? ` about “${clip(about, 100)}”` : '';
  const when = days === undefined ? '' : ` in the last ${days} days`;
  return notice([`No quote${whose}${what}${when} is known. Try /search for what articles say.`]);
}

/** Quotes, newest first. `heading` says whose or what about. */
export function quotesCard(heading: Line, quotes: readonly QuoteInArticle[], total: number): Card {
  const shown = total > quotes.length ? `the newest ${quotes.length} of ${total}` : `${total} in all`;
  return {
    head: [{ title: heading }, { small: [total === 1 ? 'the only one' : `${shown}, newest first`] }],
    entries: quotes.map((quoted) => ({
      blocks: [quotation(quoted), { small: [headline(quoted.article), ' · ', ...age(quoted.article)] }],
      buttons: [{ label: 'In context', ask: contextAsk(quoted) }],
    })),
    foot: [],
    perPage: PER_PAGE,
  };
}
