import { DateTime } from 'luxon';

/** A day, and perhaps a time after a T or a space: years and weeks alone say too little to order news by. */
const DAY_AND_TIME =
  /^(?<day>\d{4}-\d{2}-\d{2})(?:[T ]+(?<time>[\d:.,]+))?\s*(?<offset>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;

/** Feeds often get the weekday of RFC 2822 wrong; the date beside it is what counts. */
const WEEKDAY = /^[a-z]+,\s*/i;

/**
 * The instant that an ISO 8601 or RFC 2822 date names; `2024-07-21` is that day's beginning. A date without an offset
 * is read as UTC. Undefined for what names none.
 */
export function readDate(written: string): Date | undefined {
  const iso = DAY_AND_TIME.exec(written.trim())?.groups;
  const date = iso
    ? DateTime.fromISO(isoText(iso['day'], iso['time'], iso['offset']), { zone: 'utc' })
    : DateTime.fromRFC2822(written.trim().replace(WEEKDAY, ''), { zone: 'utc' });
  return date.isValid ? date.toJSDate() : undefined;
}

function isoText(day = '', time = '00:00', offset = 'Z'): string {
  return `${day}T${time}${/^(?:UTC|GMT)$/i.test(offset) ? 'Z' : offset}`;
}
