import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, MINUTE } from './clock.ts';

/** A clock that goes as the machine's does, and can be moved forward: whoever waits for an instant passed over wakes. */
export class MovableClock implements Clock {
  #ahead: number;
  #moved = new AbortController();

  /** `ahead`: milliseconds by which it is ahead of the machine's. */
  constructor(ahead = 0) {
    this.#ahead = ahead;
  }

  get ahead(): number {
    return this.#ahead;
  }

  now(): Date {
    return new Date(Date.now() + this.#ahead);
  }

  /** Back in time it does not go. */
  moveTo(instant: Date): void {
    this.#ahead = Math.max(this.#ahead, instant.getTime() - Date.now());
    const moved = this.#moved;
    this.#moved = new AbortController();
    moved.abort();
  }

  async until(instant: Date, signal?: AbortSignal): Promise<void> {
    for (let left = this.#left(instant); left > 0 && !signal?.aborted; left = this.#left(instant)) {
      const woken = signal ? AbortSignal.any([signal, this.#moved.signal]) : this.#moved.signal;
      await sleep(Math.min(left, MINUTE), undefined, { signal: woken }).catch(() => {});
    }
  }

  #left(instant: Date): number {
    return instant.getTime() - this.now().getTime();
  }
}
