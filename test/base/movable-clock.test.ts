import { expect, test } from 'vitest';
import { DAY, HOUR } from '../../src/base/clock.ts';
import { MovableClock } from '../../src/base/movable-clock.ts';

const within = (instant: Date, clock: MovableClock) => Math.abs(clock.now().getTime() - instant.getTime()) < HOUR;

test('it is as late as it is moved to, goes on from there, and never back', () => {
  const clock = new MovableClock();
  const later = new Date(Date.now() + 3 * DAY);

  clock.moveTo(later);
  expect(within(later, clock)).toBe(true);
  clock.moveTo(new Date());
  expect(within(later, clock)).toBe(true);
  expect(within(later, new MovableClock(clock.ahead))).toBe(true);
});

test('whoever waits for an instant that is passed over wakes, and nobody else', async () => {
  const clock = new MovableClock();
  const woken: string[] = [];
  const stop = new AbortController();
  const tomorrow = clock.until(new Date(Date.now() + DAY)).then(() => woken.push('tomorrow'));
  const nextWeek = clock.until(new Date(Date.now() + 7 * DAY), stop.signal).then(() => woken.push('next week'));

  clock.moveTo(new Date(Date.now() + 2 * DAY));
  await tomorrow;
  expect(woken).toEqual(['tomorrow']);
  stop.abort();
  await nextWeek;
  expect(woken).toEqual(['tomorrow', 'next week']);
});
