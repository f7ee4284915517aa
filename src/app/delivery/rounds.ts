import { type Clock, DAY, HOUR, MINUTE } from '../../base/clock.ts';
import { messageOf } from '../../base/errors.ts';
import { prune } from '../../store/prune.ts';
import { tellFollowers } from '../follows/followers.ts';
import { deliverDue } from './deliver.ts';
import type { Delivering } from './delivering.ts';
import { lookAfterDeparted } from './departures.ts';
import { openDue } from './due.ts';
import { lookAfterSuspended } from './suspension.ts';

/** How long the buttons of a reply work. */
export const VIEWS_KEPT = 30 * DAY;
/** How soon a delivery that is to be tried again, or whose process has died, is seen. */
const LOOKED_FOR_EVERY = 5_000;

/** What the bot does by itself. @returns what ends it, once what is at hand is done */
export function startRounds(given: Delivering): () => Promise<void> {
  const stop = new AbortController();
  const delivering = { ...given, stopping: stop.signal };
  const { store, clock, log } = delivering;
  const every = (period: number, what: string, run: () => Promise<unknown>) =>
    keepRound(clock, period, stop.signal, () =>
      run().catch((error: unknown) => log.error(`${what}: ${messageOf(error)}`, { error })),
    );
  const deliver = oneAtATime(() => deliverDue(delivering));
  const rounds = [
    every(MINUTE, 'the schedules could not be looked at', async () => {
      await openDue(delivering);
      void deliver().catch(() => {}); // the next round says what is wrong
    }),
    every(LOOKED_FOR_EVERY, 'deliveries stopped', deliver),
    every(MINUTE / 2, 'followers could not be told', () => tellFollowers(delivering)),
    every(HOUR, 'suspended schedules could not be looked at', () => lookAfterSuspended(delivering)),
    every(DAY, 'old replies could not be dropped', () => prune(store, new Date(clock.now().getTime() - VIEWS_KEPT))),
    every(DAY, 'servers could not be looked at', () => lookAfterDeparted(delivering)),
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

/** Whoever asks while a run is going on gets that one, and one more: it may have looked before there was anything. */
function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  const runAll = async () => {
    do {
      again = false;
      await run();
    } while (again);
  };
  return () => {
    again = true;
    running ??= runAll().finally(() => {
      running = undefined;
    });
    return running;
  };
}
