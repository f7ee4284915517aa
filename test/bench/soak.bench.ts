import { setTimeout } from 'node:timers/promises';
import { MINUTE } from '../../src/base/clock.ts';
import { loopbackFeeds } from './loopback-feeds.ts';
import type { Row } from './row.ts';

const FEEDS = 2_000;
const LASTS = 10 * MINUTE;
/** Each feed is asked thirty times as often as it would be. */
const PAUSE = MINUTE / 3;
/** Until then caches and the compiler have what they need. */
const WARM = 2 * MINUTE;

/** Feeds asked again and again for ten minutes: memory stays flat. */
export default async function* bench(): AsyncGenerator<Row> {
  const feeds = await loopbackFeeds(FEEDS);
  const began = Date.now();
  const memory: { readonly at: number; readonly megabytes: number }[] = [];
  while (Date.now() - began < LASTS) {
    await feeds.round();
    globalThis.gc?.();
    memory.push({ at: Date.now() - began, megabytes: process.memoryUsage().rss / 1e6 });
    await setTimeout(PAUSE);
  }
  await feeds.close();

  const warm = memory.filter(({ at }) => at >= WARM);
  yield* [
    { name: `rounds over ${FEEDS} feeds in ten minutes`, figure: memory.length, unit: '' },
    { name: 'memory at the end', figure: warm.at(-1)!.megabytes, unit: 'MB' },
    {
      name: 'memory grown since the second minute',
      figure: warm.at(-1)!.megabytes - warm[0]!.megabytes,
      unit: 'MB',
      atMost: 10,
    },
  ];
}
