import { setTimeout as sleep } from 'node:timers/promises';
import type { Timetable } from '../app/schedules/timetable.ts';
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

/** The bot looks as often for what it is to try again, in milliseconds of its clock. */
const BOT_LOOKS_EVERY = 5000;
const atLook = (due: Date) => new Date(Math.ceil(due.getTime() / BOT_LOOKS_EVERY) * BOT_LOOKS_EVERY);

/** After so many looks of ours in vain, a few tenths of a second, the bot's next one is brought on. */
const LOOKS_PATIENT = 15;
const LOOK_EVERY = 20;
/** A delivery may wait for Discord to answer, and with trouble it does. */
const PATIENCE = 15_000;

/** Moves the playground's clock on, stopping wherever something is due until that has been worked on. */
export class Time {
  readonly #clock: MovableClock;
  readonly #timetable: Timetable;
  readonly #changed: () => void;
  #last: Promise<void> = Promise.resolve();
  /** Those that are not done. */
  #moves = 0;

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
      moving: this.#moves > 0,
    };
  }

  /** One move after another. @returns false where there is nothing to move to */
  move(move: Move): Promise<boolean> {
    this.#moves += 1;
    const moved = this.#last.then(() => this.#moveOn(move));
    this.#last = moved
      .catch(() => {})
      .then(() => {
        this.#moves -= 1;
        this.#changed();
      });
    return moved;
  }

  async #moveOn(move: Move): Promise<boolean> {
    const to = await this.#goalOf(move);
    if (to) await this.#walkTo(to);
    return to !== undefined;
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
    for (let looks = 1; looks * LOOK_EVERY < PATIENCE; looks += 1, await sleep(LOOK_EVERY)) {
      const now = this.#clock.now();
      if (await this.#timetable.settled(now)) return;
      // What was missed at one look of the bot's is seen at the next.
      if (looks % LOOKS_PATIENT === 0) this.#clock.moveTo(new Date(now.getTime() + BOT_LOOKS_EVERY));
    }
  }
}
