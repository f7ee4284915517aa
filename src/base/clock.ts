import { setTimeout as sleep } from 'node:timers/promises';

/** Where the time comes from: the machine's clock in the bot, one that stands still or is moved by hand elsewhere. */
export interface Clock {
  now(): Date;
  /** Settles once that instant has come, or as soon as the signal is aborted. */
  until(instant: Date, signal?: AbortSignal): Promise<void>;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const systemClock: Clock = {
  now: () => new Date(),
  async until(instant, signal) {
    // A minute at a time: the machine may have been asleep, or its clock put right, meanwhile.
    for (let left = untilNow(instant); left > 0 && !signal?.aborted; left = untilNow(instant)) {
      await sleep(Math.min(left, MINUTE), undefined, signal && { signal }).catch(() => {});
    }
  },
};

const untilNow = (instant: Date) => instant.getTime() - Date.now();
