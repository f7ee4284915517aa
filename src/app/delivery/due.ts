import { messageOf } from '../../base/errors.ts';
import type { Schedule } from '../../model/schedule.ts';
import { dueSchedules } from '../../store/schedules/schedules.ts';
import { type Due, openSlots } from '../../store/schedules/slots.ts';
import { nextSlot } from '../schedules/slots.ts';
import { deliverDue } from './deliver.ts';
import { type Delivering, STILL_NEWS } from './delivering.ts';

const BATCH = 200;

/** What happens every minute: each due slot is written down, then what waits is posted. */
export async function tick(delivering: Delivering): Promise<void> {
  await openDue(delivering);
  await deliverDue(delivering);
}

/** Writes down every slot that has come. */
export async function openDue(delivering: Delivering): Promise<void> {
  const { store, clock } = delivering;
  const now = clock.now();
  for (let due = await dueSchedules(store, now, BATCH); due.length > 0; due = await dueSchedules(store, now, BATCH)) {
    const opened = due.map((schedule) => worked(delivering, schedule, now));
    await openSlots(store, opened, now);
  }
}

/** A schedule that cannot be worked out must not hold up the others: it rests until it is changed. */
function worked({ log }: Delivering, schedule: Schedule, now: Date): Due {
  try {
    return slotsDue(schedule, now);
  } catch (error) {
    log.error(`schedule ${schedule.id} cannot be worked out and rests: ${messageOf(error)}`, { error });
    return { schedule, slots: [] };
  }
}

/**
 * The slots that have come. Of several missed while Lede was down only the latest is sent, as its window covers the
 * others; none is while the schedule is paused or suspended, or where it is no news any more.
 */
function slotsDue(schedule: Schedule, now: Date): Due {
  const { expression, zone, state } = schedule;
  const newsFrom = now.getTime() - STILL_NEWS;
  const slots: { readonly slot: Date; readonly skipped?: string }[] = [];
  let slot = schedule.nextSlot;
  if (slot && slot.getTime() < newsFrom) {
    slots.push({
      slot,
      skipped: state === 'active' ? 'it was missed by more than six hours' : `the schedule was ${state}`,
    });
    slot = nextSlot(expression, zone, new Date(newsFrom - 1));
  }
  while (slot && slot <= now) {
    const next = nextSlot(expression, zone, slot);
    const covered = next && next <= now;
    const skipped =
      state !== 'active' ? `the schedule is ${state}` : covered && 'Lede was not running; a later slot covers it';
    slots.push({ slot, ...(skipped && { skipped }) });
    slot = next;
  }
  return { schedule, slots, next: slot };
}
