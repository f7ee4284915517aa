import { expect, test } from 'vitest';
import { readDate } from '../../src/intake/date.ts';

test.each<[written: string, instant: string | undefined]>([
  ['2026-03-02', '2026-03-02T00:00:00.000Z'],
  ['2026-03-02T07:30:00Z', '2026-03-02T07:30:00.000Z'],
  ['2026-03-02T07:30:00.250+02:00', '2026-03-02T05:30:00.250Z'],
  ['2026-03-02T07:30', '2026-03-02T07:30:00.000Z'],
  ['2026-03-02 07:30:00 +0200', '2026-03-02T05:30:00.000Z'],
  ['2026-03-02 07:30 UTC', '2026-03-02T07:30:00.000Z'],
  ['Mon, 02 Mar 2026 07:30:00 GMT', '2026-03-02T07:30:00.000Z'],
  ['2 Mar 2026 07:30:00 -0500', '2026-03-02T12:30:00.000Z'],
  ['Fri, 02 Mar 2026 07:30:00 +0000', '2026-03-02T07:30:00.000Z'],
  ['2026-02-30', undefined],
  ['2026', undefined],
  ['03/02/2026', undefined],
  ['yesterday', undefined],
  ['1772436600', undefined],
  ['', undefined],
])('%j is %s', (written, instant) => {
  expect(readDate(written)?.toISOString()).toBe(instant);
});
