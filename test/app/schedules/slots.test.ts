import { expect, test } from 'vitest';
import { nextSlots } from '../../../src/app/schedules/slots.ts';

test.each<[why: string, expression: string, zone: string, after: string, expected: string[]]>([
  [
    'every day at seven',
    '0 7 * * *',
    'Europe/Berlin',
    '2026-01-10T12:00:00Z',
    ['2026-01-11T06:00:00Z', '2026-01-12T06:00:00Z'],
  ],
  ['on weekdays only', '0 7 * * 1-5', 'UTC', '2026-01-09T12:00:00Z', ['2026-01-12T07:00:00Z', '2026-01-13T07:00:00Z']],
  ['twice a day', '30 7,18 * * *', 'UTC', '2026-01-09T07:30:00Z', ['2026-01-09T18:30:00Z', '2026-01-10T07:30:00Z']],
  [
    'a skipped time is due at the next minute there is',
    '30 2 * * *',
    'Europe/Berlin',
    '2026-03-28T12:00:00Z',
    ['2026-03-29T01:00:00Z', '2026-03-30T00:30:00Z'],
  ],
  [
    'three skipped times are due once',
    '*/20 2 * * *',
    'Europe/Berlin',
    '2026-03-28T12:00:00Z',
    ['2026-03-29T01:00:00Z', '2026-03-30T00:00:00Z'],
  ],
  [
    'a time that comes twice is due the first time',
    '30 2 * * *',
    'Europe/Berlin',
    '2026-10-24T12:00:00Z',
    ['2026-10-25T00:30:00Z', '2026-10-26T01:30:00Z'],
  ],
  [
    'a gap at midnight',
    '0 0 * * *',
    'America/Havana',
    '2026-03-07T06:00:00Z',
    ['2026-03-08T05:00:00Z', '2026-03-09T04:00:00Z'],
  ],
  [
    'a gap of half an hour',
    '15 2 * * *',
    'Australia/Lord_Howe',
    '2026-10-03T00:00:00Z',
    ['2026-10-03T15:30:00Z', '2026-10-04T15:15:00Z'],
  ],
  [
    'the last day of February',
    '0 12 29 2 *',
    'UTC',
    '2026-01-01T00:00:00Z',
    ['2028-02-29T12:00:00Z', '2032-02-29T12:00:00Z'],
  ],
])('%s', (_why, expression, zone, after, expected) => {
  const slots = nextSlots(expression, zone, new Date(after), expected.length);

  expect(slots.map((slot) => slot.toISOString().replace('.000Z', 'Z'))).toEqual(expected);
});
