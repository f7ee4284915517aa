import { messageOf } from '../base/errors.ts';
import type { Schedule } from '../model/schedule.ts';
import { openSlot, skipSlot } from '../store/deliveries.ts';
import { dueSchedules, setNextSlot } from '../store/schedules.ts';
import { type Delivering, deliverDue, STILL_NEWS } from './deliver.ts';
import { nextSlot } from './slots.ts';

const BATCH = 200;

/**
 * What happens every minute: each due slot is written down, then what waits is posted. Of several slots missed while
 * Lede was down only the latest is sent; its window covers the others.
 */
export async function tick(delivering: Delivering): Promise<void> {
  const { store, clock, log } = delivering;
  const now = clock.now();
  for (let due = await dueSchedules(store, now, BATCH); due.length > 0; due = await dueSchedules(store, now, BATCH)) {
    for (const schedule of due)
      await openLatest(delivering, schedule, now).catch((error) => giveUp(delivering, schedule, error));
  }
  await deliverDue(delivering).catch((error: unknown) => {
    log.error(`deliveries stopped: ${messageOf(error)}`, { error });
  });
}

async function openLatest({ store }: Delivering, schedule: Schedule, now: Date): Promise<void> {
  const { id, expression, zone } = schedule;
  const newsFrom = now.getTime() - STILL_NEWS;
  let slot = schedule.nextSlot;
  if (slot && slot.getTime() < newsFrom) {
    await skipSlot(store, id, slot, 'it was missed by more than six hours', now);
    slot = nextSlot(expression, zone, new Date(newsFrom - 1));
  }
  while (slot && slot <= now) {
    const next = nextSlot(expression, zone, slot);
    if (next && next <= now) await skipSlot(store, id, slot, 'Lede was not running; a later slot covers it', now);
    else await openSlot(store, id, slot);
    slot = next;
  }
  await setNextSlot(store, id, slot);
}

/** A schedule that cannot be worked out must not hold up the others: it rests until it is made anew. */
async function giveUp({ store, log }: Delivering, { id }: Schedule, error: unknown): Promise<void> {
  log.error(`schedule ${id} cannot be worked out and rests: ${messageOf(error)}`, { error });
  await setNextSlot(store, id, undefined);
}
