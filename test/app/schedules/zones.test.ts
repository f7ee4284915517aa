import { expect, test } from 'vitest';
import { zoneNamed, zoneNear, zoneOfLocale, zonesLike } from '../../../src/app/schedules/zones.ts';
import type { Asker } from '../../../src/model/asker.ts';
import { MANAGER, newsroomWith } from '../../support/newsroom.ts';

test.each([
  ['europe/berlin', 'Europe/Berlin'],
  [' America/New York ', 'America/New_York'],
  ['utc', 'UTC'],
  ['Asia/Kolkata', expect.stringMatching(/^Asia\/(Kolkata|Calcutta)$/)],
  ['berlin', 'Europe/Berlin'],
  ['EST', 'EST'],
  ['Mars/Olympus', undefined],
  ['+02:00', undefined],
  ['', undefined],
])('“%s” is the zone %s', (typed, zone) => {
  expect(zoneNamed(typed)).toEqual(zone);
});

test.each([
  ['Europe/Berlim', 'Europe/Berlin'],
  ['lodnon', 'Europe/London'],
  ['America/New Yrok', 'America/New_York'],
  ['Mars/Olympus', undefined],
  ['x', undefined],
  ['', undefined],
])('“%s”, mistyped, is most like the zone %s', (typed, zone) => {
  expect(zoneNear(typed)).toBe(zone);
});

test('a city is found by the start of any of its words', () => {
  expect(zonesLike('york', 'UTC')[0]).toBe('America/New_York');
  expect(zonesLike('berl', 'UTC')).toContain('Europe/Berlin');
});

test('with nothing typed the likely zone comes first, and once', () => {
  const zones = zonesLike('', 'Europe/Berlin');

  expect(zones[0]).toBe('Europe/Berlin');
  expect(new Set(zones).size).toBe(zones.length);
});

test('every zone guessed from a locale exists', () => {
  for (const locale of ['de', 'pt-BR', 'en-GB', 'uk', 'vi', 'hi'])
    expect(zoneNamed(zoneOfLocale(locale) ?? '')).toBeDefined();
  expect(zoneOfLocale('en-US')).toBeUndefined();
  expect(zoneOfLocale('constructor')).toBeUndefined();
});

test('a server’s own locale says more than its member’s', async () => {
  const { open, clock, close } = await newsroomWith([]);
  const zonesFor = async (asker: Partial<Asker>) =>
    (await open({ ...MANAGER, ...asker }, { askedAt: clock.now() }).suggest.zones(''))[0]?.value;

  expect(await zonesFor({ locale: 'en-US', serverLocale: 'pl' })).toBe('Europe/Warsaw');
  expect(await zonesFor({ locale: 'pl', serverLocale: 'en-US' })).toBe('Europe/Warsaw');
  expect(await zonesFor({ locale: 'en-US', serverLocale: 'en-US' })).toBe('UTC');
  await close();
});
