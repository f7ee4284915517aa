import { IANAZone } from 'luxon';
import { DAY, MINUTE } from '../../base/clock.ts';

/** Offsets that are remembered, some minutes' worth of asking Intl; more are forgotten all at once. */
const REMEMBERED = 20_000;
let remembered = 0;
const zones = new Map<string, { readonly zone: IANAZone; readonly atMidnight: Map<number, number> }>();

function known(name: string) {
  const had = zones.get(name);
  if (had && remembered < REMEMBERED) return had;
  if (remembered >= REMEMBERED) {
    zones.clear();
    remembered = 0;
  }
  const entry = { zone: IANAZone.create(name), atMidnight: new Map<number, number>() };
  zones.set(name, entry);
  return entry;
}

/** How far a zone's clocks are ahead of UTC at an instant; both in milliseconds. */
export const offsetAt = (zone: string, instant: number): number => known(zone).zone.offset(instant) * MINUTE;

/**
 * The offset that holds all through a local day, the day before and the one after; undefined where the clocks change.
 * Asked at midnights of UTC only, and remembered: a year of days costs no more than a year of questions.
 * @param day days since 1970 of the local calendar
 */
export function steadyOffset(zone: string, day: number): number | undefined {
  const entry = known(zone);
  const offset = midnight(entry, day - 1);
  for (let at = day; at <= day + 2; at += 1) if (midnight(entry, at) !== offset) return undefined;
  return offset;
}

function midnight({ zone, atMidnight }: ReturnType<typeof known>, day: number): number {
  const had = atMidnight.get(day);
  if (had !== undefined) return had;
  const offset = zone.offset(day * DAY) * MINUTE;
  atMidnight.set(day, offset);
  remembered += 1;
  return offset;
}
