import { expect, test } from 'vitest';
import type { Schedule } from '../../src/model/schedule.ts';
import { deliveriesOf, openSlot } from '../../src/store/deliveries.ts';
import {
  addSchedule,
  dueSchedules,
  removeSchedule,
  scheduleById,
  schedulesOf,
  setNextSlot,
} from '../../src/store/schedules.ts';
import { onEveryDatabase } from '../support/databases.ts';
import { hoursBefore, MONDAY } from './sample.ts';

const DAILY: Schedule = {
  id: 'daily',
  guild: 'harbour',
  channel: 'news',
  expression: '0 7 * * *',
  zone: 'Europe/Stockholm',
  stories: 5,
  madeBy: 'ada',
  madeAt: hoursBefore(48),
};
const FULL: Schedule = {
  ...DAILY,
  id: 'full',
  topic: 'ferries',
  role: 'readers',
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

  test('a schedule is told when it is due next, or that it never is again', async () => {
    const store = await fresh();
    await addSchedule(store, FULL);

    await setNextSlot(store, 'full', hoursBefore(-24));
    expect((await scheduleById(store, 'full'))?.nextSlot).toEqual(hoursBefore(-24));

    await setNextSlot(store, 'full', undefined);
    expect(await scheduleById(store, 'full')).not.toHaveProperty('nextSlot');
    expect(await dueSchedules(store, hoursBefore(-999), 10)).toEqual([]);
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
