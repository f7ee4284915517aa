import { DateTime } from 'luxon';

/** A day, and perhaps a time after a T or a space: years and weeks alone say too little to order news by. */
const DAY_AND_TIME =
  /^(?<day>\d{4}-\d{2}-\d{2})(?:[T ]+(?<time>[\d:.,]+))?\s*(?<offset>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;

/** RFC 2822 as feeds write it: "Wed, 27 July 2011 1:30 EST", "Tue 7 Dec 2010 01:30:00 +01:00". */
const MAIL_DATE =
  /^(?:[a-z]+\.?,?\s+)?(?<day>\d{1,2})[\s-]+(?<month>[a-z]{3})[a-z]*\.?,?[\s-]+(?<year>\d{4}|\d{2})[\s,]+(?<hour>\d{1,2})(?<time>:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(?<zone>[a-z]+|[+-]\d{2}:?\d{2})?$/i;
/** What C's asctime prints: "Mon Mar  2 07:30:00 2026". */
const PRINTED =
  /^(?:[a-z]{3}\s+)?(?<month>[a-z]{3})\s+(?<day>\d{1,2})\s+(?<hour>\d{1,2})(?<time>:\d{2}:\d{2})\s+(?:(?<zone>[a-z]{1,4})\s+)?(?<year>\d{4})$/i;

/** Names of zones that feeds use and RFC 2822 does not know. BST is Britain's: news from there is more than the others'. */
const ZONES: Readonly<Record<string, string>> = {
  WET: '+0000',
  WEST: '+0100',
  BST: '+0100',
  CET: '+0100',
  CEST: '+0200',
  EET: '+0200',
  EEST: '+0300',
  MSK: '+0300',
  IST: '+0530',
  SGT: '+0800',
  JST: '+0900',
  KST: '+0900',
  AEST: '+1000',
  AEDT: '+1100',
};

/**
 * The instant that an ISO 8601 or RFC 2822 date names; `2024-07-21` is that day's beginning. A date without an offset
 * is read as UTC. Undefined for what names none.
 */
export function readDate(written: string): Date | undefined {
  const text = written.trim();
  const iso = DAY_AND_TIME.exec(text)?.groups;
  const date = iso
    ? DateTime.fromISO(isoText(iso['day'], iso['time'], iso['offset']), { zone: 'utc' })
    : DateTime.fromRFC2822(mailText((MAIL_DATE.exec(text) ?? PRINTED.exec(text))?.groups), { zone: 'utc' });
  return date.isValid ? date.toJSDate() : undefined;
}

function isoText(day = '', time = '00:00', offset = 'Z'): string {
  return `${day}T${time}${/^(?:UTC|GMT)$/i.test(offset) ? 'Z' : offset}`;
}

/** As RFC 2822 has it. Feeds often get the weekday wrong, so it is left out: the date beside it is what counts. */
function mailText(parts: Record<string, string | undefined> = {}): string {
  const { day = '', month = '', year = '', hour = '', time = '', zone = 'GMT' } = parts;
  const offset = ZONES[zone.toUpperCase()] ?? (zone.toUpperCase() === 'UTC' ? 'GMT' : zone.replace(':', ''));
  const name = month.charAt(0).toUpperCase() + month.slice(1).toLowerCase();
  return `${day.padStart(2, '0')} ${name} ${year} ${hour.padStart(2, '0')}${time} ${offset.toUpperCase()}`;
}
