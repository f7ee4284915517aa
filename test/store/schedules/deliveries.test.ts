import { expect, test } from 'vitest';
import type { Delivery } from '../../../src/model/schedule.ts';
import { claim, releaseAll } from '../../../src/store/schedules/claim.ts';
import {
  deliveriesOf,
  deliveryAt,
  fixDelivery,
  noteProgress,
  postpone,
  settle,
} from '../../../src/store/schedules/deliveries.ts';
import { addSchedule, removeSchedule, scheduleById } from '../../../src/store/schedules/schedules.ts';
import { openSlot } from '../../../src/store/schedules/slots.ts';
import type { Store } from '../../../src/store/store.ts';
import { viewById } from '../../../src/store/views.ts';
import { onEveryDatabase } from '../../support/databases.ts';
import { DAILY, editionOf, hoursBefore, MONDAY } from '../sample.ts';

const LEASE = 30_000;
const later = (milliseconds: number) => new Date(MONDAY.getTime() + milliseconds);

async function scheduled(store: Store): Promise<Store> {
  await addSchedule(store, DAILY);
  return store;
}

async function claimed(store: Store, slot = MONDAY): Promise<Delivery> {
  await openSlot(store, 'daily', slot);
  const [delivery] = await claim(store, MONDAY, LEASE, 1);
  return delivery!;
}

onEveryDatabase(({ fresh }) => {
  test('open slots are claimed, the oldest first, no more than asked for', async () => {
    const store = await scheduled(await fresh());
    for (const hours of [1, 3, 2]) await openSlot(store, 'daily', hoursBefore(hours));

    const first = await claim(store, MONDAY, LEASE, 2);
    const second = await claim(store, MONDAY, LEASE, 2);

    expect(first.map(({ slot }) => slot)).toEqual([hoursBefore(3), hoursBefore(2)]);
    expect(first[0]).toMatchObject({ state: 'claimed', attempts: 1, leaseUntil: later(LEASE) });
    expect(second.map(({ slot }) => slot)).toEqual([hoursBefore(1)]);
  });

  test('no two claim the same slot at once', async () => {
    const store = await scheduled(await fresh());
    const hours = Array.from({ length: 24 }, (_, hour) => hour);
    for (const hour of hours) await openSlot(store, 'daily', hoursBefore(hour));

    const all = await Promise.all(Array.from({ length: 9 }, () => claim(store, MONDAY, LEASE, 8)));

    const slots = all.flat().map(({ slot }) => slot.getTime());
    expect(slots.length).toBe(new Set(slots).size);
    expect(all.flat().every(({ attempts }) => attempts === 1)).toBe(true);
  });

  test('a claim whose lease has run out is taken over, as the next attempt', async () => {
    const store = await scheduled(await fresh());
    await claimed(store);

    expect(await claim(store, later(LEASE - 1), LEASE, 10)).toEqual([]);
    expect(await claim(store, later(LEASE), LEASE, 10)).toMatchObject([{ attempts: 2, leaseUntil: later(2 * LEASE) }]);
  });

  test('what a delivery holds is fixed by its holder alone: who takes over posts the same', async () => {
    const store = await scheduled(await fresh());
    const lost = await claimed(store);
    const [taken] = await claim(store, later(LEASE), LEASE, 1);
    const views = [{ id: 'mark', askedAt: MONDAY.toISOString(), asks: [] }];

    expect(
      await fixDelivery(store, taken!, {
        edition: editionOf('first'),
        channel: 'news',
        late: true,
        at: later(1),
        views,
      }),
    ).toBe(true);
    expect(
      await fixDelivery(store, lost, {
        edition: editionOf('second'),
        channel: 'news',
        late: false,
        at: later(2),
        views: [],
      }),
    ).toBe(false);

    const [again] = await claim(store, later(3 * LEASE), LEASE, 1);
    expect(again).toMatchObject({ edition: 'first', late: true, fixedAt: later(1), attempts: 3 });
    expect(await viewById(store, 'mark')).toBeDefined();
  });

  test('what is done is noted by the holder alone', async () => {
    const store = await scheduled(await fresh());
    const lost = await claimed(store);
    const [taken] = await claim(store, later(LEASE), LEASE, 1);

    expect(await noteProgress(store, taken!, { messages: ['1', '2'], passedOn: 1 })).toBe(true);
    expect(await noteProgress(store, lost, { messages: ['3'], passedOn: 0 })).toBe(false);

    expect(await deliveryAt(store, 'daily', MONDAY)).toMatchObject({ messages: ['1', '2'], passedOn: 1 });
  });

  test('a delivery that is put off is claimed again when its time has come', async () => {
    const store = await scheduled(await fresh());
    const delivery = await claimed(store);

    expect(await postpone(store, delivery, { dueAt: later(60_000), reason: 'Discord does not answer' })).toBe(true);

    expect(await claim(store, later(59_999), LEASE, 5)).toEqual([]);
    const [again] = await claim(store, later(60_000), LEASE, 5);
    expect(again).toMatchObject({ attempts: 2, reason: 'Discord does not answer' });
    expect(await postpone(store, delivery, { dueAt: later(1) })).toBe(false);
  });

  test('a posted delivery moves the beginning of the next window, never backwards', async () => {
    const store = await scheduled(await fresh());
    const today = await claimed(store);
    expect(await settle(store, today, { state: 'posted', at: later(5) })).toBe(true);

    const yesterday = await claimed(store, hoursBefore(24));
    expect(await settle(store, yesterday, { state: 'posted', at: later(6) })).toBe(true);

    expect((await scheduleById(store, 'daily'))?.lastPosted).toEqual(MONDAY);
    expect(await deliveriesOf(store, 'daily', 1)).toEqual([
      { schedule: 'daily', slot: MONDAY, state: 'posted', attempts: 1, settledAt: later(5) },
    ]);
  });

  test('a failed delivery says why, is not claimed again and moves no window', async () => {
    const store = await scheduled(await fresh());
    const delivery = await claimed(store);

    expect(await settle(store, delivery, { state: 'failed', reason: 'The channel is gone.', at: later(5) })).toBe(true);

    expect(await deliveriesOf(store, 'daily', 1)).toMatchObject([{ state: 'failed', reason: 'The channel is gone.' }]);
    expect(await claim(store, later(9 * LEASE), LEASE, 10)).toEqual([]);
    expect(await scheduleById(store, 'daily')).not.toHaveProperty('lastPosted');
  });

  test('who lost a claim to another can no longer settle it', async () => {
    const store = await scheduled(await fresh());
    const lost = await claimed(store);
    const [taken] = await claim(store, later(LEASE), LEASE, 1);

    expect(await settle(store, lost, { state: 'failed', at: later(LEASE) })).toBe(false);
    expect(await settle(store, taken!, { state: 'posted', at: later(LEASE) })).toBe(true);
    expect(await settle(store, taken!, { state: 'failed', at: later(LEASE) })).toBe(false);
  });

  test('a delivery whose schedule was removed meanwhile cannot be settled', async () => {
    const store = await scheduled(await fresh());
    const delivery = await claimed(store);
    await removeSchedule(store, 'daily');

    expect(await settle(store, delivery, { state: 'posted', at: MONDAY })).toBe(false);
  });

  test('a start takes claims over where no other bot can hold one', async () => {
    const store = await scheduled(await fresh());
    await claimed(store);

    const released = await releaseAll(store);

    const again = await claim(store, later(1), LEASE, 10);
    expect([released, again.length]).toEqual(store.kind === 'sqlite' ? [1, 1] : [0, 0]);
  });
});
