import { isDown, type KnownFeed } from '../model/feed.ts';
import type { Block, Card, Entry, Line } from './card.ts';
import { count } from './count.ts';

const PER_PAGE = 10;

/** The feeds a server reads, and which of them give nothing since when. */
export function feedsCard(feeds: readonly KnownFeed[], { manager }: { readonly manager: boolean }): Card {
  const down = feeds.filter(isDown).length;
  const summary = `${count(feeds.length, 'feed')}${down > 0 ? `, ${down} of them down` : ''}`;
  return {
    head: [{ title: ['Feeds'] }, { text: [feeds.length === 0 ? NONE : summary] }],
    entries: feeds.map((feed): Entry => ({ blocks: feedBlocks(feed) })),
    foot: manager && feeds.length > 0 ? [{ small: ['Change them with /feeds add and /feeds remove.'] }] : [],
    perPage: PER_PAGE,
  };
}

const NONE =
  'This server reads no feeds yet, only the articles that came with Lede. A manager adds one with /feeds add.';

function feedBlocks(feed: KnownFeed): Block[] {
  const { title, url, common } = feed;
  const kind = common ? ' · common to all servers' : '';
  return [{ text: [{ link: url, label: [title ?? url] }, kind] }, { small: stateOf(feed) }];
}

function stateOf(feed: KnownFeed): Line {
  const { failingSince, reason, succeededAt, nextAt } = feed;
  if (failingSince && isDown(feed)) {
    const why: Line = reason ? [`: ${reason}`] : [];
    return [
      'down since ',
      { time: failingSince, as: 'moment' },
      ...why,
      ' · asked again ',
      { time: nextAt, as: 'ago' },
    ];
  }
  return succeededAt ? ['asked ', { time: succeededAt, as: 'ago' }] : ['not asked yet'];
}

export function feedAddedCard({ title, url }: KnownFeed, entries: number): Card {
  return {
    head: [
      { title: ['Feed added'] },
      { text: [{ link: url, label: [title ?? url] }, ` · ${count(entries, 'entry', 'entries')} now`] },
      { small: ['Its articles come in within minutes. What is older than today is kept, and not posted as news.'] },
    ],
    entries: [],
    foot: [],
    perPage: 1,
  };
}

export function feedRemovedCard({ title, url, common }: KnownFeed): Card {
  const after = common
    ? 'Other servers still read it. /feeds add with its address brings it back.'
    : 'Its articles are no longer shown here.';
  return {
    head: [{ title: ['Feed removed'] }, { text: [{ link: url, label: [title ?? url] }] }, { small: [after] }],
    entries: [],
    foot: [],
    perPage: 1,
  };
}

interface Step {
  readonly step: string;
  readonly outcome: string;
  readonly good: boolean;
}

/** What would happen to an address, a line a step, up to the one that failed. */
export function feedCheckCard(steps: readonly Step[]): Card {
  const failed = steps.find(({ good }) => !good);
  return {
    head: [
      { title: ['Feed check'] },
      ...steps.map(
        ({ step, outcome, good }): Block => ({ bullet: [{ bold: [step] }, `${good ? ': ' : ' failed: '}${outcome}`] }),
      ),
      { small: [failed ? 'Nothing was changed.' : 'Nothing was changed: /feeds add follows it.'] },
    ],
    entries: [],
    foot: [],
    perPage: 1,
  };
}

export const feedRow = ({ id, url, title, common, failures, failingSince, reason, succeededAt }: KnownFeed) => ({
  id,
  url,
  title,
  common,
  succeededAt,
  ...(failures > 0 && { failures, failingSince, reason }),
});
