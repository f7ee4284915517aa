import { expect, test } from 'vitest';
import { claim } from '../../src/store/claim.ts';
import { deliveriesOf, fixEdition, openSlot, settle } from '../../src/store/deliveries.ts';
import { editionById, keepEdition } from '../../src/store/editions.ts';
import { prune } from '../../src/store/prune.ts';
import { addSchedule } from '../../src/store/schedules.ts';
import { keepView, viewById } from '../../src/store/views.ts';
import { onEveryDatabase } from '../support/databases.ts';
import { editionOf, hoursBefore, MONDAY } from './sample.ts';

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
    const schedule = { id: 'daily', guild: 'harbour', channel: 'news', expression: '0 7 * * *', zone: 'UTC' };
    await addSchedule(store, { ...schedule, stories: 5, madeBy: 'ada', madeAt: OLD });
    await keepEdition(store, editionOf('posted'), OLD);
    await openSlot(store, 'daily', OLD);
    const [delivery] = await claim(store, OLD, 30_000, 1);
    await fixEdition(store, delivery!, 'posted');
    await settle(store, delivery!, { state: 'posted', at: OLD });

    expect(await prune(store, BEFORE)).toEqual({ views: 0, editions: 0 });

    expect(await deliveriesOf(store, 'daily', 1)).toMatchObject([{ edition: 'posted' }]);
  });
});
