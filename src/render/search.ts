import type { Hit } from '../model/briefing.ts';
import { slice } from '../model/span.ts';
import { articleEntry } from './article.ts';
import { type Card, notice } from './card.ts';
import { count } from './count.ts';
import { clip } from './limits.ts';
import { articleRow } from './quotation.ts';

const PER_PAGE = 5;

/** The articles that match, each with its matching sentence. */
export function searchCard(words: string, hits: readonly Hit[], total: number): Card {
  const found = total > hits.length ? `the best ${hits.length} of ${total} articles` : count(total, 'article');
  return {
    head: [{ title: ['Search — ', clip(words, 100)] }, { small: [found] }],
    entries: hits.map(articleEntry),
    foot: [],
    perPage: PER_PAGE,
    menu: 'Open its story',
  };
}

interface Wish {
  readonly words: string;
  readonly outlet?: string | undefined;
  readonly days?: number | undefined;
}

export function nothingFoundCard({ words, outlet, days }: Wish): Card {
  const where = outlet ? ` of an outlet called “${clip(outlet, 100)}”` : '';
  const when = days === undefined ? '' : ` of the last ${days} days`;
  return notice([`No article${where}${when} holds “${clip(words, 200)}”. Try fewer or other words.`]);
}

export const hitRow = ({ article, sentence }: Hit): object => ({
  ...articleRow(article),
  sentence: sentence ? slice(article.text, sentence.span) : null,
});
