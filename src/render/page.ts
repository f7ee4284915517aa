import { type Span, slice } from '../model/span.ts';
import { quotesIn, type ReadArticle } from '../model/story.ts';
import type { Ask } from '../model/view.ts';
import { dateline, headline, linkedInTurn } from './article.ts';
import type { Card, Entry } from './card.ts';
import { clip } from './limits.ts';
import { articleRow, besideQuotes, quotation, quoteRow } from './quotation.ts';
import { named } from './reading.ts';

const PER_PAGE = 6;
const PEOPLE = 20;
const ADDRESS = 120;

/** A link of a message, and what asks for its page. */
export interface OtherLink {
  readonly link: string;
  readonly ask: Ask;
}

/** A web page that somebody linked to: its summary, quotes and people; the message's other links are in the menu. */
export function pageCard(article: ReadArticle, link: string, others: readonly OtherLink[]): Card {
  const passage = (span: Span) => ({ article, span });
  const quotes = quotesIn(article);
  const people = article.reading.entities.filter(({ type }) => type === 'person').slice(0, PEOPLE);
  const parts: Entry[] = [
    ...otherLinks(`This is ${shortened(link)}.`, others),
    { blocks: linkedInTurn(besideQuotes(article.reading.summary.map(passage), quotes)).map((text) => ({ text })) },
    ...quotes.map((quoted) => ({ blocks: [quotation(quoted)] })),
    {
      blocks:
        people.length === 0
          ? []
          : [{ heading: ['People'] }, ...people.map((person) => ({ bullet: named(article, person) }))],
    },
  ];
  return {
    head: [{ title: [headline(article)] }, { small: dateline(article) }],
    entries: parts.filter(({ blocks }) => blocks.length > 0),
    foot: [],
    perPage: PER_PAGE,
    menu: MENU,
  };
}

/** Why the page was not read, where the message has other links. */
export function notReadCard(reason: string, others: readonly OtherLink[]): Card {
  return {
    head: [{ text: [reason] }],
    entries: otherLinks('', others),
    foot: [],
    perPage: PER_PAGE,
    menu: MENU,
  };
}

const MENU = 'Another link of this message';

function otherLinks(before: string, others: readonly OtherLink[]): Entry[] {
  if (others.length === 0) return [];
  const choices = others.map(({ link, ask }) => ({ label: shortened(link), ask }));
  const rest = `The message has ${others.length === 1 ? 'another link' : `${others.length} more links`}: see the menu.`;
  return [{ blocks: [{ small: [`${before} ${rest}`.trim()] }], choices }];
}

/** The host is what tells two links apart; a name or password is never shown. */
function shortened(link: string): string {
  const { host, pathname, search } = new URL(link);
  return clip(`${host}${pathname}${search}`, ADDRESS);
}

/** The same for machines. */
export const pageRow = (article: ReadArticle): object => ({
  article: articleRow(article),
  summary: article.reading.summary.map((span) => ({ text: slice(article.text, span), ...span })),
  quotes: quotesIn(article).map(quoteRow),
  people: article.reading.entities.flatMap(({ type, name }) => (type === 'person' ? [name] : [])),
});
