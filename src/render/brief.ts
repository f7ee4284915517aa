import type { BriefedStory, Briefing } from '../model/briefing.ts';
import { slice } from '../model/span.ts';
import { dateline, headline, linked, outletOf } from './article.ts';
import type { Block, Card, Entry, Line } from './card.ts';
import { count } from './count.ts';
import { notReadFurther } from './language.ts';
import { articleRow, quotation, quoteRow } from './quotation.ts';

/** Stories to a page: what fits a phone's screen and Discord's 4,000 characters. */
const PER_PAGE = 3;

/** An edition: the stories, and at the foot the receipt. `late` is said of a scheduled one that could not come in time. */
export function briefCard(
  { edition, stories }: Briefing,
  options: { readonly late?: boolean; readonly quiet?: boolean } = {},
): Card {
  const to: Line = [{ time: new Date(edition.to), as: 'moment' }];
  return {
    head: [
      { title: edition.topic ? ['Briefing — ', edition.topic] : ['Briefing'] },
      { small: [...(options.late ? ['late · '] : []), ...windowOf(edition), ...to] },
      ...(edition.older ? [{ text: [NOTHING_NEW] }] : []),
      ...(stories.length === 0 && !options.quiet ? [{ text: [NOTHING_AT_ALL] }] : []),
    ],
    entries: stories.map((story) => storyEntry(story, edition.id)),
    foot: [{ small: [receipt(edition)] }],
    perPage: PER_PAGE,
    menu: 'Open a story',
    edition: edition.id,
  };
}

/** A scheduled edition with nothing in it: said rather than left out, so that nobody wonders whether Lede is alive. */
function quietCard({ edition }: Briefing, options: { readonly late?: boolean } = {}): Card {
  const card = briefCard({ edition, stories: [] }, { ...options, quiet: true });
  const ask = { command: 'brief', answers: { since: 'all' }, page: 0 };
  const { edition: _, ...rest } = card;
  return {
    ...rest,
    head: [...card.head, { text: ['A quiet day: nothing new has come in since the last briefing.'] }],
    buttons: [{ label: 'The newest stories', ask }],
  };
}

/** An edition as its channel sees it at its hour. */
export const scheduledBrief = (briefing: Briefing, options: { readonly late?: boolean } = {}): Card =>
  briefing.stories.length === 0 ? quietCard(briefing, options) : briefCard(briefing, options);

const NOTHING_AT_ALL = 'No article tells of this. Try other words, or look further back with since:all.';
const NOTHING_NEW = 'Nothing new in this window. These are the newest stories, with their age.';

function windowOf({ from }: Briefing['edition']): Line {
  return from ? [{ time: new Date(from), as: 'moment' }, ' to '] : ['everything up to '];
}

function storyEntry({ id, lead, sources, sentences, quote }: BriefedStory, edition: string): Entry {
  const blocks: Block[] = [
    { heading: [headline(lead)] },
    ...sentences.map((passage) => ({ text: linked(passage) })),
    ...(quote ? [quotation(quote)] : []),
    { small: sourcesLine(sources, lead) },
  ];
  const ask = { command: 'story', answers: { title: `#${id}` }, page: 0, edition };
  return { blocks, choices: [{ label: lead.title, description: outletsOf(sources), ask }] };
}

function sourcesLine(sources: BriefedStory['sources'], lead: BriefedStory['lead']): Line {
  const [first, ...others] = sources;
  if (!first) return [];
  if (others.length === 0) return dateline(first);
  const note = notReadFurther(lead.reading);
  return [
    `${sources.length} articles · `,
    outletsOf(sources),
    ' · first ',
    { time: first.publishedAt ?? first.firstSeen, as: 'ago' },
    ...(note ? [` · ${note}`] : []),
  ];
}

const outletsOf = (sources: readonly BriefedStory['lead'][]): string =>
  [...new Set(sources.map((source) => outletOf(source) ?? 'no outlet named'))].slice(0, 6).join(', ');

function receipt({ older, receipt: { read, stories, shown } }: Briefing['edition']): string {
  if (older) return `nothing new read in this window · ${count(shown, 'older story', 'older stories')} shown`;
  return `${count(read, 'article')} read · ${count(stories, 'story', 'stories')} · ${shown} shown`;
}

/** The stories of an edition as rows for machines. */
export function briefRows({ stories }: Briefing): object[] {
  return stories.map(({ id, lead, sources, sentences, quote }) => ({
    story: id,
    title: lead.title,
    sentences: sentences.map(({ article, span }) => ({
      text: slice(article.text, span),
      ...span,
      article: article.id,
    })),
    quote: quote ? quoteRow(quote) : null,
    sources: sources.map(articleRow),
  }));
}
