import type { BriefedStory, Briefing } from '../model/briefing.ts';
import { slice } from '../model/span.ts';
import type { Ask } from '../model/view.ts';
import { dateline, headline, linkedInTurn, outletOf } from './article.ts';
import { storyAsk } from './asks.ts';
import type { Block, Button, Card, Entry, Line } from './card.ts';
import { count } from './count.ts';
import { notReadFurther } from './language.ts';
import { clip } from './limits.ts';
import { articleRow, quotation, quoteRow } from './quotation.ts';
import { receiptLines } from './receipt.ts';

/** Stories to a page: what fits a phone's screen and Discord's 4,000 characters. */
const PER_PAGE = 3;
/** Outlets named in a story's line of sources. */
const OUTLETS = 4;
const NAME = 80;

interface Options {
  /** Said of a scheduled edition that could not come in time. */
  readonly late?: boolean;
  readonly quiet?: boolean;
  /** Each story with what its rank is made of. */
  readonly explain?: boolean;
}

/** An edition: the stories, and at the foot the receipt. */
export function briefCard({ edition, stories, developing }: Briefing, options: Options = {}): Card {
  const to: Line = [{ time: new Date(edition.to), as: 'moment' }];
  return {
    head: [
      { title: edition.topic ? ['Briefing — ', edition.topic] : ['Briefing'] },
      { small: [...(options.late ? ['late · '] : []), ...windowOf(edition), ...to] },
      ...(edition.older ? [{ text: [NOTHING_NEW] }] : []),
      ...(stories.length === 0 && !options.quiet ? [{ text: [NOTHING_AT_ALL] }] : []),
    ],
    entries: stories.map((story) => storyEntry(story, edition.id, options)),
    foot: [...stillDeveloping(developing), ...receiptLines(edition)],
    perPage: PER_PAGE,
    menu: 'Open a story',
    edition: edition.id,
  };
}

/** A scheduled edition with nothing in it: said rather than left out, so that nobody wonders whether Lede is alive. */
function quietCard(briefing: Briefing, options: Options): Card {
  const card = briefCard(briefing, { ...options, quiet: true });
  const ask = { command: 'brief', answers: { since: 'all' }, page: 0 };
  const { edition: _, ...rest } = card;
  return {
    ...rest,
    head: [...card.head, { text: ['A quiet day: nothing new has come in since the last briefing.'] }],
    buttons: [{ label: 'The newest stories', ask }],
  };
}

/** An edition as its channel sees it at its hour. */
export const scheduledBrief = (briefing: Briefing, options: Options = {}): Card =>
  briefing.stories.length === 0 ? quietCard(briefing, options) : briefCard(briefing, options);

const NOTHING_AT_ALL = 'No article tells of this. Try other words, or look further back with since:all.';
const NOTHING_NEW = 'Nothing new in this window. These are the newest stories, with their age.';

function windowOf({ from }: Briefing['edition']): Line {
  return from ? [{ time: new Date(from), as: 'moment' }, ' to '] : ['everything up to '];
}

function storyEntry(story: BriefedStory, edition: string, { explain = false }: Options): Entry {
  const { lead, sentences, quote, people, entry } = story;
  const blocks: Block[] = [
    { heading: [headline(lead)] },
    ...(entry.changed
      ? [{ small: [{ bold: ['Changed'] }, ' · the first sentence is new since this channel had it'] }]
      : []),
    ...linkedInTurn(sentences).map((text) => ({ text })),
    ...(quote ? [quotation(quote)] : []),
    { small: sourcesLine(story) },
    ...(people.length > 0 ? [{ small: ['with ', people.map((name) => clip(name, NAME)).join(', ')] }] : []),
    ...(explain ? [{ small: scoreLine(story) }] : []),
  ];
  const ask = { ...storyAsk(story.id), edition };
  return {
    blocks,
    buttons: buttonsOf(story, ask),
    choices: [{ label: lead.title, description: outletsOf(story), ask }],
  };
}

function buttonsOf({ quote, people }: BriefedStory, open: Ask): Button[] {
  const only = (part: string): Ask => ({ ...open, answers: { ...open.answers, only: part } });
  return [
    { label: 'Open', ask: open },
    ...(quote ? [{ label: 'Quotes', ask: only('quotes') }] : []),
    ...(people.length > 0 ? [{ label: 'People', ask: only('people') }] : []),
  ];
}

function sourcesLine(story: BriefedStory): Line {
  const { sources, lead, entry } = story;
  const [first, ...others] = sources;
  if (!first || others.length === 0) return dateline(lead);
  const { outlets, independent } = entry;
  // "9 outlets, 3 independent": the others print the text of one of the three. That all are is worth knowing, too.
  const many =
    outlets > 1 ? `${count(outlets, 'outlet')}, ${independent} independent` : count(sources.length, 'article');
  const note = notReadFurther(lead.reading);
  return [
    `${many} · `,
    outletsOf(story),
    ' · first ',
    { time: first.publishedAt ?? first.firstSeen, as: 'ago' },
    ...(note ? [` · ${note}`] : []),
  ];
}

function outletsOf({ sources }: BriefedStory): string {
  const outlets = [...new Set(sources.map((source) => outletOf(source) ?? 'no outlet named'))];
  const named = outlets.slice(0, OUTLETS).join(', ');
  return outlets.length > OUTLETS ? `${named} and ${outlets.length - OUTLETS} more` : named;
}

/** "score 5.4: sources 2.1, recency 1.3, news 1.5, voices 0.5". */
function scoreLine({ entry: { score } }: BriefedStory): Line {
  const parts = Object.entries(score).filter(([, part]) => part > 0);
  const total = parts.reduce((sum, [, part]) => sum + part, 0);
  return [`score ${total.toFixed(1)}: ${parts.map(([part, much]) => `${part} ${much.toFixed(1)}`).join(', ')}`];
}

/** Stories that go on without anything new, in one line. */
function stillDeveloping(articles: Briefing['developing']): Block[] {
  if (articles.length === 0) return [];
  return [
    {
      small: [
        'Still developing: ',
        ...articles.flatMap((article, place): Line => [place > 0 ? ' · ' : '', headline(article)]),
      ],
    },
  ];
}

/** The stories of an edition as rows for machines. */
export function briefRows({ stories }: Briefing): object[] {
  return stories.map(({ id, lead, sources, sentences, quote, entry }) => ({
    story: id,
    title: lead.title,
    changed: entry.changed,
    outlets: entry.outlets,
    independent: entry.independent,
    score: entry.score,
    sentences: sentences.map(({ article, span }) => ({
      text: slice(article.text, span),
      ...span,
      article: article.id,
    })),
    quote: quote ? quoteRow(quote) : null,
    sources: sources.map(articleRow),
  }));
}
