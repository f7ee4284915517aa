import { expect, test } from 'vitest';
import { claim } from '../../../src/store/schedules/claim.ts';
import { fixDelivery, settle } from '../../../src/store/schedules/deliveries.ts';
import { addSchedule, removeSchedule } from '../../../src/store/schedules/schedules.ts';
import { openSlot } from '../../../src/store/schedules/slots.ts';
import { editionsToldTo } from '../../../src/store/schedules/told.ts';
import type { Store } from '../../../src/store/store.ts';
import { onEveryDatabase } from '../../support/databases.ts';
import { DAILY, editionOf, hoursBefore, MONDAY } from '../sample.ts';

/** A delivery of that hour whose edition is fixed; what became of it. */
async function deliver(store: Store, edition: string, hours: number, state?: 'posted' | 'failed'): Promise<void> {
  const at = hoursBefore(hours);
  await openSlot(store, DAILY.id, at);
  const [delivery] = await claim(store, at, 30_000, 1);
  await fixDelivery(store, delivery!, {
    edition: editionOf(edition),
    channel: DAILY.channel,
    late: false,
    at,
    views: [],
  });
  if (state) await settle(store, delivery!, { state, at });
}

onEveryDatabase(({ fresh }) => {
  const toldTo = async (store: Store, channel = DAILY.channel) =>
    (await editionsToldTo(store, channel, { after: hoursBefore(10), before: MONDAY })).map(({ id }) => id);

  test('told is what was posted and what is on its way, the newest first; not what failed, nor another channel’s', async () => {
    const store = await fresh();
    await addSchedule(store, DAILY);
    await deliver(store, 'too old', 10, 'posted');
    await deliver(store, 'posted', 6, 'posted');
    await deliver(store, 'failed', 4, 'failed');
    await deliver(store, 'on its way', 2);

    expect(await toldTo(store)).toEqual(['on its way', 'posted']);
    expect(await toldTo(store, 'elsewhere')).toEqual([]);
  });

  test('what a removed schedule has told its channel stays told', async () => {
    const store = await fresh();
    await addSchedule(store, DAILY);
    await deliver(store, 'posted', 6, 'posted');
    await deliver(store, 'failed', 4, 'failed');

    await removeSchedule(store, DAILY.id);

    expect(await toldTo(store)).toEqual(['posted']);
  });
});
