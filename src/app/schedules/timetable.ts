import { DateTime } from 'luxon';
import { DAY, HOUR } from '../../base/clock.ts';
import { isSettled, nextDue, zonesInUse } from '../../store/schedules/timetable.ts';
import type { Store } from '../../store/store.ts';

/** What whoever moves the clock needs to know of the schedules. */
export interface Timetable {
  /** When something is due next. */
  next(): Promise<Date | undefined>;
  /** Whether everything that was due by then has been worked on. */
  settled(now: Date): Promise<boolean>;
  /** When the clocks of the first schedule's zone that changes them change next. */
  clockChange(after: Date): Promise<ClockChange | undefined>;
}

export interface ClockChange {
  readonly at: Date;
  readonly zone: string;
}

/** Zones that change their clocks do it twice a year, give or take. */
const HORIZON = 400 * DAY;

export function openTimetable(store: Store): Timetable {
  return {
    next: () => nextDue(store),
    settled: (now) => isSettled(store, now),
    async clockChange(after) {
      for (const zone of await zonesInUse(store)) {
        const at = changeIn(zone, after);
        if (at) return { at, zone };
      }
      return undefined;
    },
  };
}

function changeIn(zone: string, after: Date): Date | undefined {
  const offset = (instant: number) => DateTime.fromMillis(instant, { zone }).offset;
  const [from, to] = [after.getTime(), after.getTime() + HORIZON];
  for (let day = from; day < to; day += DAY) {
    if (offset(day) === offset(day + DAY)) continue;
    const hours = Array.from({ length: 24 }, (_, hour) => Math.floor(day / HOUR) * HOUR + (hour + 1) * HOUR);
    const at = hours.find((hour) => offset(hour) !== offset(day));
    if (at !== undefined) return new Date(at);
  }
  return undefined;
}
