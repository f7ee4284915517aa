import { IANAZone } from 'luxon';
import { nextSlot } from '../../src/app/schedules/slots.ts';
import { DAY, HOUR, MINUTE } from '../../src/base/clock.ts';

/** Rules with the minute of the day they name, and the weekdays (0 is Sunday) they run on. */
export const RULES = [
  { expression: '30 2 * * *', minute: 150, days: [0, 1, 2, 3, 4, 5, 6] },
  { expression: '0 0 * * *', minute: 0, days: [0, 1, 2, 3, 4, 5, 6] },
  { expression: '15 1 * * 0,6', minute: 75, days: [0, 6] },
  { expression: '59 23 * * 1-5', minute: 1439, days: [1, 2, 3, 4, 5] },
] as const;

/**
 * Walks a rule through a zone and says what is wrong with it: a local day without its slot or with two, a slot at
 * another time although the clocks show the named one, or at the second of two such times. Asks the zone itself and
 * nothing of ours but the slots.
 */
export function faultsOf(
  { expression, minute, days }: (typeof RULES)[number],
  name: string,
  [from, to]: readonly [number, number],
): string[] {
  const zone = IANAZone.create(name);
  const offset = (instant: number) => zone.offset(instant) * MINUTE;
  const faults: string[] = [];
  const weekdays: readonly number[] = days;
  const first = Date.UTC(from) / DAY;
  const end = Date.UTC(to + 1) / DAY - 1;
  let last = new Date(first * DAY - offset(first * DAY) - 1);
  for (let day = first; day <= end; day += 1) {
    if (!weekdays.includes((day + 4) % 7)) continue;
    const slot = nextSlot(expression, name, last);
    if (!slot) return [`${name} ${expression} ends after ${last.toISOString()}`];
    last = slot;
    const at = slot.getTime();
    const then = offset(at);
    const local = at + then;
    const wanted = day * DAY + minute * MINUTE;
    const where = () => `${name} ${expression}: ${new Date(wanted).toISOString().slice(0, 16)} local`;
    if (Math.floor(local / DAY) !== day) faults.push(`${where()} is not on its day but at ${slot.toISOString()}`);
    const before = offset(at - 3 * HOUR);
    if (local === wanted && before === then) continue;
    // Only where the clocks show no such time on that day may it run at another.
    const shown = [before, then, offset(at + 3 * HOUR)].some((each) => offset(wanted - each) === each);
    if (local !== wanted && (shown || offset(at - 1) + at - 1 >= wanted)) faults.push(`${where()} is at another time`);
    if (wanted - before < at && offset(wanted - before) === before) faults.push(`${where()} is the second time`);
  }
  return faults;
}
