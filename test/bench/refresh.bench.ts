import { MINUTE } from '../../src/base/clock.ts';
import { loopbackFeeds } from './loopback-feeds.ts';
import type { Row } from './row.ts';

const FEEDS = 6_000;
const ROUNDS = 3;

/** Many feeds on one core: the first round takes every feed apart, in the others one in ten has changed. */
export default async function* bench(): AsyncGenerator<Row> {
  const feeds = await loopbackFeeds(FEEDS);
  const seconds: number[] = [];
  const memory: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = process.cpuUsage();
    await feeds.round();
    const { user, system } = process.cpuUsage(began);
    seconds.push((user + system) / 1e6);
    globalThis.gc?.();
    memory.push(process.memoryUsage().rss / 1e6);
  }
  await feeds.close();

  const [first = 0, ...later] = seconds;
  const usual = Math.max(...later);
  yield* [
    { name: `${FEEDS} feeds asked for the first time, one core`, figure: first, unit: 's' },
    { name: `${FEEDS} feeds asked again, one in ten changed`, figure: usual, unit: 's' },
    { name: 'as often as that fits into ten minutes', figure: (10 * MINUTE) / 1000 / usual, unit: 'x', atLeast: 1 },
    {
      name: 'memory grown from the second round to the last',
      figure: memory.at(-1)! - memory[1]!,
      unit: 'MB',
      atMost: 50,
    },
  ];
}
