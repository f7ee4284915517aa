import { expect, test } from 'vitest';
import { ZONES } from '../../../src/app/schedules/zones.ts';
import { faultsOf, RULES } from '../../support/every-day.ts';

/** Clocks that change at midnight, by half an hour, for Ramadan, twice as far, or by nobody's rule but their own. */
const ODD = [
  'America/Havana',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Antarctica/Troll',
  'Asia/Gaza',
  'Asia/Beirut',
  'America/Asuncion',
  'America/Nuuk',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Asia/Tehran',
];
const SOME = ZONES.filter((zone, index) => index % 18 === 0 || ODD.includes(zone));

test('each local day has its slot once, whatever the clocks do (`npm run test:faults` walks every zone)', () => {
  const faults = SOME.flatMap((zone) => RULES.flatMap((rule) => faultsOf(rule, zone, [2024, 2030])));

  expect(SOME.length).toBeGreaterThan(30);
  expect(faults).toEqual([]);
});
