import { DateTime } from 'luxon';
import { DAY, MINUTE } from '../../base/clock.ts';
import { offsetAt, steadyOffset } from './offsets.ts';
import { type Rule, ruleOf } from './rule.ts';

/** A leap day that must be a certain weekday comes within 40 years; what has not come by then never does. */
const HORIZON_DAYS = 40 * 366;

/**
 * The next instant after `after` at which a cron expression, read in an IANA zone, is due; undefined where there is
 * none. node-cron says which days and minutes match; the instants are ours: a time that the clocks skip is due at the
 * next minute there is, a time that comes twice is due the first time only.
 */
export function nextSlot(expression: string, zone: string, after: Date): Date | undefined {
  const rule = ruleOf(expression);
  const first = Math.floor((after.getTime() + offsetAt(zone, after.getTime())) / DAY);
  for (let day = first; day <= first + HORIZON_DAYS; day += 1) {
    if (!rule.matches(day)) continue;
    const slot = firstAfter(after.getTime(), zone, day, rule);
    if (slot !== undefined) return new Date(slot);
  }
  return undefined;
}

/** The next `count` slots. */
export function nextSlots(expression: string, zone: string, after: Date, count: number): Date[] {
  const slots: Date[] = [];
  for (let last: Date | undefined = after; slots.length < count && last; ) {
    last = nextSlot(expression, zone, last);
    if (last) slots.push(last);
  }
  return slots;
}

/** Later wall-clock times are never earlier instants, so the first one after `after` is found by halving. */
function firstAfter(after: number, zone: string, day: number, { minutes }: Rule): number | undefined {
  const offset = steadyOffset(zone, day);
  const instant = (minute: number) =>
    offset === undefined ? instantOf(zone, day, minute) : day * DAY + minute * MINUTE - offset;
  let [low, high] = [0, minutes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (instant(minutes[middle]!) > after) high = middle;
    else low = middle + 1;
  }
  const minute = minutes[low];
  return minute === undefined ? undefined : instant(minute);
}

/** luxon moves a skipped time on by the length of the gap, and of a repeated one may give either. */
function instantOf(zone: string, localDay: number, minuteOfDay: number): number {
  const wall = new Date(localDay * DAY + minuteOfDay * MINUTE);
  const [hour, minute] = [wall.getUTCHours(), wall.getUTCMinutes()];
  const date = { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
  const guess = DateTime.fromObject({ ...date, hour, minute }, { zone });
  const skipped = guess.hour !== hour || guess.minute !== minute;
  if (skipped) return offsetChangeBefore(guess) ?? guess.toMillis();
  return Math.min(...guess.getPossibleOffsets().map((possible) => possible.toMillis()));
}

/** The instant within the day before `at` when the zone's offset last changed, to the minute. */
function offsetChangeBefore(at: DateTime): number | undefined {
  let [low, high] = [at.minus({ hours: 24 }).toMillis(), at.toMillis()];
  const offsetThen = (instant: number) => at.zone.offset(instant);
  if (offsetThen(low) === offsetThen(high)) return undefined;
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (offsetThen(middle) === offsetThen(high)) high = middle;
    else low = middle;
  }
  return high;
}
