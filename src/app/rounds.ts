import cron from 'node-cron';
import { DAY } from '../base/clock.ts';
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
  const minutes = everySoOften(
    '* * * * *',
    () => tick({ ...delivering, stopping: stop.signal }),
    (error) => {
      log.error(`the schedules could not be looked at: ${messageOf(error)}`, { error });
    },
  );
  const days = everySoOften(
    '17 3 * * *',
    () => prune(store, new Date(clock.now().getTime() - VIEWS_KEPT)),
    (error) => {
      log.error(`old replies could not be dropped: ${messageOf(error)}`, { error });
    },
  );
  return async () => {
    stop.abort();
    await Promise.all([minutes(), days()]);
  };
}

/** Runs now and at every match of the expression, never twice at once. @returns what ends it, once the run at hand is over. */
function everySoOften(
  expression: string,
  run: () => Promise<unknown>,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let running: Promise<unknown> | undefined;
  const round = () => {
    running ??= run()
      .catch(failed)
      .finally(() => {
        running = undefined;
      });
  };
  const task = cron.schedule(expression, round, { suppressMissedWarning: true });
  round();
  return async () => {
    await task.destroy();
    await running;
  };
}
