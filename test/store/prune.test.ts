import { expect, test } from 'vitest';
import { editionById, keepEdition } from '../../src/store/editions.ts';
import { prune } from '../../src/store/prune.ts';
import { claim } from '../../src/store/schedules/claim.ts';
import { deliveriesOf, fixDelivery, settle } from '../../src/store/schedules/deliveries.ts';
import { addSchedule } from '../../src/store/schedules/schedules.ts';
import { openSlot, openSlots } from '../../src/store/schedules/slots.ts';
import { keepView, viewById } from '../../src/store/views.ts';
import { onEveryDatabase } from '../support/databases.ts';
import { DAILY, editionOf, hoursBefore, MONDAY } from './sample.ts';

const OLD = hoursBefore(900);
const BEFORE = hoursBefore(720);

onEveryDatabase(({ fresh }) => {
  test('old views and editions go, new ones stay', async () => {
    const store = await fresh();
    await keepEdition(store, editionOf('old'), OLD);
    await keepEdition(store, editionOf('new'), MONDAY);
    await keepView(store, { id: 'old', askedAt: OLD.toISOString(), asks: [] });
    await keepView(store, { id: 'new', askedAt: MONDAY.toISOString(), asks: [] });

    expect(await prune(store, BEFORE)).toEqual({ views: 1, editions: 1 });

    expect([await editionById(store, 'old'), await viewById(store, 'old')]).toEqual([undefined, undefined]);
    expect([(await editionById(store, 'new'))?.id, (await viewById(store, 'new'))?.id]).toEqual(['new', 'new']);
  });

  test('an edition that was posted stays, however old', async () => {
    const store = await fresh();
    await addSchedule(store, DAILY);
    await openSlot(store, 'daily', OLD);
    const [delivery] = await claim(store, OLD, 30_000, 1);
    await fixDelivery(store, delivery!, {
      edition: editionOf('posted'),
      channel: 'news',
      late: false,
      at: OLD,
      views: [],
    });
    await settle(store, delivery!, { state: 'posted', at: OLD });

    expect(await prune(store, BEFORE)).toEqual({ views: 0, editions: 0 });

    expect(await deliveriesOf(store, 'daily', 1)).toMatchObject([{ edition: 'posted' }]);
  });

  test('the note of a slot that was skipped goes, that of one that was posted stays', async () => {
    const store = await fresh();
    await addSchedule(store, { ...DAILY, nextSlot: OLD });
    const schedule = { ...DAILY, nextSlot: OLD };
    const slots = [{ slot: hoursBefore(901), skipped: 'a later slot covers it' }, { slot: OLD }];
    await openSlots(store, [{ schedule, slots }], OLD);

    await prune(store, BEFORE);

    expect((await deliveriesOf(store, 'daily', 5)).map(({ slot }) => slot)).toEqual([OLD]);
  });
});
