import { setTimeout as sleep } from 'node:timers/promises';
import type { Timetable } from '../app/timetable.ts';
import { DAY, HOUR } from '../base/clock.ts';
import type { MovableClock } from '../base/movable-clock.ts';

/** How a person may move the clock. */
export type Move = 'next' | 'day' | 'change';

/** The time as the page shows it. Instants as ISO texts. */
export interface TimeState {
  readonly now: string;
  /** When something is due next. */
  readonly next?: string;
  /** When the clocks change next in a zone that a schedule is in. */
  readonly change?: { readonly at: string; readonly zone: string };
  readonly moving: boolean;
}

/** The bot looks every five seconds for what it is to try again. */
const atLook = (due: Date) => new Date(Math.ceil(due.getTime() / 5000) * 5000);

const LOOK_EVERY = 20;
/** A delivery may wait for Discord to answer, and with trouble it does. */
const PATIENCE = 15_000;

/** Moves the playground's clock on, stopping wherever something is due until that has been worked on. */
export class Time {
  readonly #clock: MovableClock;
  readonly #timetable: Timetable;
  readonly #changed: () => void;
  #moving = false;

  constructor(clock: MovableClock, timetable: Timetable, changed: () => void) {
    this.#clock = clock;
    this.#timetable = timetable;
    this.#changed = changed;
  }

  async state(): Promise<TimeState> {
    const now = this.#clock.now();
    const [next, change] = await Promise.all([this.#timetable.next(), this.#timetable.clockChange(now)]);
    return {
      now: now.toISOString(),
      ...(next && { next: next.toISOString() }),
      ...(change && { change: { at: change.at.toISOString(), zone: change.zone } }),
      moving: this.#moving,
    };
  }

  /** @returns false where there is nothing to move to, or the clock is being moved already */
  async move(move: Move): Promise<boolean> {
    if (this.#moving) return false;
    this.#moving = true;
    try {
      const to = await this.#goalOf(move);
      if (to) await this.#walkTo(to);
      return to !== undefined;
    } finally {
      this.#moving = false;
      this.#changed();
    }
  }

  async #goalOf(move: Move): Promise<Date | undefined> {
    const now = this.#clock.now();
    if (move === 'next') return this.#timetable.next();
    if (move === 'day') return new Date(now.getTime() + DAY);
    const change = await this.#timetable.clockChange(now);
    if (!change) return undefined;
    // Not every slot of the months until then, only those of the day before and the day after.
    const eve = new Date(change.at.getTime() - DAY);
    if (eve > now) await this.#moveTo(eve);
    return new Date(change.at.getTime() + DAY + HOUR);
  }

  async #walkTo(goal: Date): Promise<void> {
    // What is due by now and not settled is stuck, and not waited for again.
    const ahead = async () => {
      const due = await this.#timetable.next();
      return due && due > this.#clock.now() && due < goal ? due : undefined;
    };
    for (let due = await ahead(); due; due = await ahead()) await this.#moveTo(atLook(due));
    await this.#moveTo(goal);
  }

  async #moveTo(instant: Date): Promise<void> {
    this.#clock.moveTo(instant);
    this.#changed();
    for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(LOOK_EVERY)) {
      if (await this.#timetable.settled(this.#clock.now())) return;
    }
  }
}
