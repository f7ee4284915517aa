import { expect, test } from 'vitest';
import { claim } from '../../../src/store/schedules/claim.ts';
import { deliveriesOf } from '../../../src/store/schedules/deliveries.ts';
import { addSchedule, changeSchedule, removeSchedule, scheduleById } from '../../../src/store/schedules/schedules.ts';
import { openSlot, openSlots } from '../../../src/store/schedules/slots.ts';
import { onEveryDatabase } from '../../support/databases.ts';
import { DAILY, hoursBefore, MONDAY } from '../sample.ts';

const SCHEDULE = { ...DAILY, nextSlot: hoursBefore(24) };
const TOMORROW = hoursBefore(-24);
const DUE = {
  schedule: SCHEDULE,
  slots: [{ slot: hoursBefore(24), skipped: 'a later slot covers it' }, { slot: MONDAY }],
  next: TOMORROW,
};

onEveryDatabase(({ fresh }) => {
  test('slots that have come are written down with why some are skipped, and the next one is waited for', async () => {
    const store = await fresh();
    await addSchedule(store, SCHEDULE);

    await openSlots(store, [DUE], MONDAY);

    expect(await deliveriesOf(store, 'daily', 5)).toEqual([
      { schedule: 'daily', slot: MONDAY, state: 'pending', attempts: 0 },
      {
        schedule: 'daily',
        slot: hoursBefore(24),
        state: 'skipped',
        attempts: 0,
        reason: 'a later slot covers it',
        settledAt: MONDAY,
      },
    ]);
    expect((await scheduleById(store, 'daily'))?.nextSlot).toEqual(TOMORROW);
    expect(await claim(store, MONDAY, 1, 5)).toHaveLength(1);
  });

  test('of several processes that see the same slots one writes them down, whatever order they come in', async () => {
    const store = await fresh();
    const ids = Array.from({ length: 40 }, (_, index) => `s${index}`);
    for (const id of ids) await addSchedule(store, { ...SCHEDULE, id });
    const due = ids.map((id) => ({ ...DUE, schedule: { ...SCHEDULE, id } }));

    await Promise.all([due, due.toReversed(), due].map((each) => openSlots(store, each, MONDAY)));

    expect(await claim(store, MONDAY, 1, 500)).toHaveLength(40);
  });

  test('a slot out of turn is written down once', async () => {
    const store = await fresh();
    await addSchedule(store, SCHEDULE);

    expect(await Promise.all([1, 2, 3].map(() => openSlot(store, 'daily', MONDAY)))).toEqual([true, false, false]);
  });

  test('a schedule that was changed or removed meanwhile is left alone', async () => {
    const store = await fresh();
    await addSchedule(store, SCHEDULE);
    await addSchedule(store, { ...SCHEDULE, id: 'gone' });
    await changeSchedule(store, SCHEDULE, { ...SCHEDULE, nextSlot: hoursBefore(-5) });
    await removeSchedule(store, 'gone');

    await openSlots(store, [DUE, { ...DUE, schedule: { ...SCHEDULE, id: 'gone' } }], MONDAY);

    expect(await claim(store, MONDAY, 1, 5)).toEqual([]);
    expect((await scheduleById(store, 'daily'))?.nextSlot).toEqual(hoursBefore(-5));
  });
});
