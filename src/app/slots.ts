import { DateTime } from 'luxon';
import cron from 'node-cron';

/** A leap day that must be a certain weekday comes within 40 years; what has not come by then never does. */
const HORIZON_DAYS = 40 * 366;

/**
 * The next instant after `after` at which a cron expression, read in an IANA zone, is due; undefined where there is
 * none. node-cron says which days and minutes match; the instants are ours: a time that the clocks skip is due at the
 * next minute there is, a time that comes twice is due the first time only.
 */
export function nextSlot(expression: string, zone: string, after: Date): Date | undefined {
  const { hour, minute } = cron.parse(expression);
  const times = hour
    .toSorted(ascending)
    .flatMap((h) => minute.toSorted(ascending).map((m) => ({ hour: h, minute: m })));
  const matchesDay = dayMatcher(expression, times[0]!);

  let day = DateTime.fromJSDate(after, { zone }).startOf('day');
  for (let walked = 0; walked <= HORIZON_DAYS; walked += 1, day = day.plus({ days: 1 })) {
    if (!matchesDay(day)) continue;
    const slot = firstAfter(after.getTime(), day, times);
    if (slot !== undefined) return new Date(slot);
  }
  return undefined;
}

const ascending = (a: number, b: number) => a - b;

/** Later wall-clock times are never earlier instants, so the first one after `after` is found by halving. */
function firstAfter(after: number, day: DateTime, times: readonly WallTime[]): number | undefined {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (instantOf(day, times[middle]!) > after) high = middle;
    else low = middle + 1;
  }
  const time = times[low];
  return time && instantOf(day, time);
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

interface WallTime {
  readonly hour: number;
  readonly minute: number;
}

/** Asks node-cron in UTC, where every wall-clock time exists once, whether a local day has any slot. */
function dayMatcher(expression: string, { hour, minute }: WallTime): (day: DateTime) => boolean {
  const task = cron.createTask(expression, () => {}, { timezone: 'UTC' });
  task.destroy(); // node-cron lists every task it makes until it is destroyed; one that is still matches
  return ({ year, month, day }) => task.match(new Date(Date.UTC(year, month - 1, day, hour, minute)));
}

/** luxon moves a skipped time on by the length of the gap, and of a repeated one may give either. */
function instantOf(day: DateTime, { hour, minute }: WallTime): number {
  const guess = day.set({ hour, minute });
  const skipped = guess.hour !== hour || guess.minute !== minute;
  if (skipped) return offsetChangeBefore(guess) ?? guess.toMillis();
  return Math.min(...guess.getPossibleOffsets().map((possible) => possible.toMillis()));
}

/** The instant within the day before `at` when the zone's offset last changed, to the minute. */
function offsetChangeBefore(at: DateTime): number | undefined {
  let [low, high] = [at.minus({ hours: 24 }).toMillis(), at.toMillis()];
  const offsetAt = (instant: number) => DateTime.fromMillis(instant, { zone: at.zone }).offset;
  if (offsetAt(low) === offsetAt(high)) return undefined;
  while (high - low > 60_000) {
    const middle = low + Math.floor((high - low) / 2 / 60_000) * 60_000;
    if (offsetAt(middle) === offsetAt(high)) high = middle;
    else low = middle;
  }
  return high;
}
