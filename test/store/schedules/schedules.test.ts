import { expect, test } from 'vitest';
import type { Schedule } from '../../../src/model/schedule.ts';
import { deliveriesOf } from '../../../src/store/schedules/deliveries.ts';
import {
  addSchedule,
  changeSchedule,
  dueSchedules,
  removeSchedule,
  scheduleById,
  schedulesOf,
} from '../../../src/store/schedules/schedules.ts';
import { openSlot } from '../../../src/store/schedules/slots.ts';
import { onEveryDatabase } from '../../support/databases.ts';
import { DAILY, hoursBefore, MONDAY } from '../sample.ts';

const FULL: Schedule = {
  ...DAILY,
  id: 'full',
  topic: 'ferries',
  role: 'readers',
  kind: 'announcement',
  state: 'suspended',
  stateSince: hoursBefore(3),
  reason: 'Discord says: Missing Access',
  toldAt: hoursBefore(3),
  madeAt: hoursBefore(24),
  nextSlot: MONDAY,
  lastPosted: hoursBefore(24),
};

onEveryDatabase(({ fresh }) => {
  test('a schedule comes back as it went in', async () => {
    const store = await fresh();
    await addSchedule(store, DAILY);
    await addSchedule(store, FULL);

    expect(await scheduleById(store, 'daily')).toEqual(DAILY);
    expect(await scheduleById(store, 'full')).toEqual(FULL);
    expect(await scheduleById(store, 'none')).toBeUndefined();
  });

  test('a server has its own schedules, in the order they were made', async () => {
    const store = await fresh();
    await addSchedule(store, FULL);
    await addSchedule(store, DAILY);
    await addSchedule(store, { ...DAILY, id: 'elsewhere', guild: 'inland' });

    expect((await schedulesOf(store, 'harbour')).map(({ id }) => id)).toEqual(['daily', 'full']);
  });

  test('schedules are due once their next slot has come, the longest waiting first', async () => {
    const store = await fresh();
    await addSchedule(store, { ...DAILY, id: 'now', nextSlot: MONDAY });
    await addSchedule(store, { ...DAILY, id: 'waiting', nextSlot: hoursBefore(2) });
    await addSchedule(store, { ...DAILY, id: 'later', nextSlot: hoursBefore(-1) });
    await addSchedule(store, { ...DAILY, id: 'never' });

    expect((await dueSchedules(store, MONDAY, 10)).map(({ id }) => id)).toEqual(['waiting', 'now']);
    expect((await dueSchedules(store, MONDAY, 1)).map(({ id }) => id)).toEqual(['waiting']);
  });

  test('a schedule is changed as a whole, unless it was removed meanwhile', async () => {
    const store = await fresh();
    await addSchedule(store, FULL);

    expect(await changeSchedule(store, FULL, { ...DAILY, id: 'full' })).toBe(true);
    expect(await scheduleById(store, 'full')).toEqual({ ...DAILY, id: 'full' });
    expect(await changeSchedule(store, { ...DAILY, id: 'none' }, { ...FULL, id: 'none' })).toBe(false);
    expect(await changeSchedule(store, FULL, FULL)).toBe(true);
  });

  test('a change leaves alone what has moved on since the schedule was read', async () => {
    const store = await fresh();
    const read = { ...FULL, state: 'active' as const };
    await addSchedule(store, read);
    await changeSchedule(store, read, { ...read, nextSlot: hoursBefore(-24), lastPosted: MONDAY });

    await changeSchedule(store, read, { ...read, stories: 9 });

    const expected = { ...read, stories: 9, nextSlot: hoursBefore(-24), lastPosted: MONDAY };
    expect(await scheduleById(store, 'full')).toEqual(expected);
  });

  test('a removed schedule takes its deliveries along', async () => {
    const store = await fresh();
    await addSchedule(store, DAILY);
    await openSlot(store, 'daily', MONDAY);

    expect(await removeSchedule(store, 'daily')).toBe(true);

    expect(await scheduleById(store, 'daily')).toBeUndefined();
    expect(await deliveriesOf(store, 'daily', 10)).toEqual([]);
    expect(await removeSchedule(store, 'daily')).toBe(false);
  });
});
