import type { Edition } from '../model/edition.ts';
import type { Block, Line } from './card.ts';
import { count } from './count.ts';
import { clip } from './limits.ts';

/** Feeds that are named where they are down. */
const NAMED = 3;

/** "312 articles read · 41 stories · 12 shown", and what could not be read. */
export function receiptLines({ older, receipt }: Edition): Block[] {
  const { read, stories, shown, feedsDown } = receipt;
  const counted = older
    ? `nothing new read in this window · ${count(shown, 'older story', 'older stories')} shown`
    : `${count(read, 'article')} read · ${count(stories, 'story', 'stories')} · ${shown} shown`;
  return [{ small: [counted] }, ...(feedsDown.length > 0 ? [{ small: downLine(feedsDown) }] : [])];
}

function downLine(feeds: Edition['receipt']['feedsDown']): Line {
  const named = feeds.slice(0, NAMED).flatMap(({ title, since }, place): Line => {
    return [place > 0 ? ', ' : '', clip(title, 60), ' since ', { time: new Date(since), as: 'moment' }];
  });
  const more = feeds.length > NAMED ? [` and ${feeds.length - NAMED} more`] : [];
  return [`${count(feeds.length, 'feed')} down: `, ...named, ...more];
}
