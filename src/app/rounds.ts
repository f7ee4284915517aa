import { type Clock, DAY, MINUTE } from '../base/clock.ts';
import { messageOf } from '../base/errors.ts';
import { prune } from '../store/prune.ts';
import type { Delivering } from './deliver.ts';
import { tick } from './schedule.ts';

/** How long the buttons of a reply work. */
export const VIEWS_KEPT = 30 * DAY;

/** What the bot does by itself: looks at the schedules every minute, and drops old replies' buttons once a day. */
export function startRounds(delivering: Delivering): () => Promise<void> {
  const { store, clock, log } = delivering;
  const stop = new AbortController();
  const { signal } = stop;
  const every = (period: number, what: string, run: () => Promise<unknown>) =>
    keepRound(clock, period, signal, () =>
      run().catch((error: unknown) => log.error(`${what}: ${messageOf(error)}`, { error })),
    );
  const rounds = [
    every(MINUTE, 'the schedules could not be looked at', () => tick({ ...delivering, stopping: signal })),
    every(DAY, 'old replies could not be dropped', () => prune(store, new Date(clock.now().getTime() - VIEWS_KEPT))),
  ];
  return async () => {
    stop.abort();
    await Promise.all(rounds);
  };
}

/** Runs now and at the start of every period, never twice at once, until the signal; a run at hand is finished. */
async function keepRound(
  clock: Clock,
  period: number,
  signal: AbortSignal,
  run: () => Promise<unknown>,
): Promise<void> {
  while (!signal.aborted) {
    await run();
    const begun = Math.floor(clock.now().getTime() / period) * period;
    await clock.until(new Date(begun + period), signal);
  }
}
