import type { StoryInFull } from '../model/briefing.ts';
import { referenceKey, referenceTo } from '../model/edition.ts';
import { slice } from '../model/span.ts';
import type { Passage, QuoteInArticle } from '../model/story.ts';
import type { Ask } from '../model/view.ts';
import { dateline, headline, linkedInTurn } from './article.ts';

import { storyAsk } from './asks.ts';
import type { Block, Card, Entry } from './card.ts';
import { clipName } from './limits.ts';

import { articleRow, besideQuotes, quotation, quoteRow } from './quotation.ts';
import { knownLine, personChoice } from './who.ts';

const PER_PAGE = 6;
const PEOPLE = 20;
const SOURCES = 10;
/** Other wordings of a quote, and roles of one person, at the most. */
const WORDINGS = 2;
const ROLES = 4;

interface Shown {
  /** What the story was asked by. */
  readonly title: string;
  readonly only?: 'quotes' | 'people' | undefined;
}

/** A story whole: what happened, every quote, the people, the sources in order of time; or a part of it. */
export function storyCard(story: StoryInFull, { title, only }: Shown): Card {
  const { lead } = story;
  const parts = only === 'quotes' ? quotes(story) : only === 'people' ? [people(story)] : whole(story);
  const entries = parts.filter(({ blocks }) => blocks.length > 0);
  const ask = { command: 'story', answers: { title }, page: 0 };
  return {
    head: [{ title: [headline(lead)] }, { small: dateline(lead) }, ...(entries.length === 0 ? [NOTHING] : [])],
    entries,
    foot: [],
    perPage: PER_PAGE,
    menu: 'Who is this?',
    ...(only && { buttons: [{ label: 'Whole story', ask }] }),
  };
}

const NOTHING: Block = { text: ['Its articles hold nothing of that.'] };

const whole = (story: StoryInFull): Entry[] => [
  { blocks: linkedInTurn(besideQuotes(story.summary, story.quotes)).map((text) => ({ text })) },
  ...quotes(story),
  people(story),
  sources(story),
];

/** Each quote once; where outlets give other wordings, those under it. */
function quotes({ quotes: all, otherWordings }: StoryInFull): Entry[] {
  return all.map((quoted) => {
    const others = (otherWordings.get(quoted) ?? []).slice(0, WORDINGS);
    const differ: Block[] =
      others.length > 0 ? [{ small: ['elsewhere in other words:'] }, ...others.map(quotation)] : [];
    return { blocks: [quotation(quoted), ...differ], buttons: [{ label: 'In context', ask: contextAsk(quoted) }] };
  });
}

/** Each with their role; where outlets give them different ones, all of these, each with its outlet and date. */
function people({ people: all }: StoryInFull): Entry {
  const shown = all.slice(0, PEOPLE);
  const lines = shown.flatMap((person): Block[] => {
    if (person.roles.length < 2) return [{ bullet: knownLine(person) }];
    const roles = person.roles.slice(0, ROLES);
    return [
      { bullet: [{ bold: [clipName(person.entity.name)] }, ' · called differently'] },
      ...roles.map((role) => ({ small: ['— ', { verbatim: role }, ' · ', ...dateline(role.article)] })),
    ];
  });
  return {
    blocks: lines.length === 0 ? [] : [{ heading: ['People'] }, ...lines],
    choices: shown.map((person) => personChoice(person)),
  };
}

const sources = ({ articles }: StoryInFull): Entry => ({
  blocks: [
    { heading: [articles.length === 1 ? 'Source' : 'Sources, oldest first'] },
    ...articles.slice(0, SOURCES).map((article) => ({ bullet: [headline(article), ' · ', ...dateline(article)] })),
    ...(articles.length > SOURCES ? [{ small: [`and ${articles.length - SOURCES} more`] }] : []),
  ],
});

/** What "In context" asks for. */
export function contextAsk({ article, index }: QuoteInArticle): Ask {
  const ask = storyAsk(article.storyId);
  return { ...ask, answers: { ...ask.answers, quote: `${referenceKey(referenceTo(article))}:${index}` } };
}

/** The paragraph around a quote, as it stands in the article. */
export function contextCard(quoted: QuoteInArticle, paragraph: Passage, back: Ask): Card {
  const { article } = quoted;
  return {
    head: [{ heading: [headline(article)] }, { small: dateline(article) }],
    entries: [{ blocks: [{ text: [{ verbatim: paragraph }] }, quotation(quoted)] }],
    foot: [],
    perPage: 1,
    buttons: [{ label: 'Back', ask: back }],
  };
}

/** A story as one row for machines. */
export function storyRow({ id, lead, articles, summary, quotes, people }: StoryInFull): object {
  return {
    story: id,
    title: lead.title,
    summary: summary.map(({ article, span }) => ({ text: slice(article.text, span), ...span, article: article.id })),
    quotes: quotes.map(quoteRow),
    people: people.map(({ entity }) => entity.name),
    sources: articles.map(articleRow),
  };
}
