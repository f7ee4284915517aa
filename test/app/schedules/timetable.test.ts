import { expect, test } from 'vitest';
import { openTimetable } from '../../../src/app/schedules/timetable.ts';
import { HOUR } from '../../../src/base/clock.ts';
import { claim } from '../../../src/store/schedules/claim.ts';
import { postpone } from '../../../src/store/schedules/deliveries.ts';
import { addSchedule } from '../../../src/store/schedules/schedules.ts';
import { openSlots } from '../../../src/store/schedules/slots.ts';
import { DAILY, hoursBefore, MONDAY } from '../../store/sample.ts';
import { onEveryDatabase } from '../../support/databases.ts';

onEveryDatabase(({ fresh }) => {
  test('what is due next is a slot, or a delivery that waits to be tried again', async () => {
    const store = await fresh();
    const { next, settled } = openTimetable(store);
    expect(await next()).toBeUndefined();
    expect(await settled(MONDAY)).toBe(true);

    const schedule = { ...DAILY, nextSlot: MONDAY };
    await addSchedule(store, schedule);
    expect(await next()).toEqual(MONDAY);
    expect(await settled(hoursBefore(1))).toBe(true);
    expect(await settled(MONDAY)).toBe(false);

    await openSlots(store, [{ schedule, slots: [{ slot: MONDAY }], next: hoursBefore(-24) }], MONDAY);
    expect(await settled(MONDAY)).toBe(false);
    const [delivery] = await claim(store, MONDAY, HOUR, 1);
    expect(await settled(MONDAY)).toBe(false);
    await postpone(store, delivery!, { dueAt: hoursBefore(-1) });
    expect(await next()).toEqual(hoursBefore(-1));
    expect(await settled(MONDAY)).toBe(true);
    expect(await settled(hoursBefore(-1))).toBe(false);
  });

  test('the clock change is that of the first zone in use that has one', async () => {
    const store = await fresh();
    await addSchedule(store, { ...DAILY, id: 'a', zone: 'Asia/Baghdad' });
    const { clockChange } = openTimetable(store);
    expect(await clockChange(MONDAY)).toBeUndefined();

    await addSchedule(store, { ...DAILY, id: 'b', zone: 'Europe/Berlin' });
    expect(await clockChange(new Date('2026-03-02T07:00:00Z'))).toEqual({
      at: new Date('2026-03-29T01:00:00Z'),
      zone: 'Europe/Berlin',
    });
    expect((await clockChange(new Date('2026-03-29T01:00:00Z')))?.at).toEqual(new Date('2026-10-25T01:00:00Z'));
  });
});
