import type { Selectable, Updateable } from 'kysely';
import { z } from 'zod';
import type { Edition } from '../../model/edition.ts';
import type { Delivery } from '../../model/schedule.ts';
import type { View } from '../../model/view.ts';
import { keepEdition } from '../editions.ts';
import type { Database, Store } from '../store.ts';
import { parseStored } from '../stored-json.ts';
import type { Tables } from '../tables.ts';
import { keepViews } from '../views.ts';

interface Fixed {
  readonly edition: Edition;
  readonly channel: string;
  readonly late: boolean;
  readonly at: Date;
  readonly views: readonly View[];
}

/**
 * Fixes what a claimed delivery holds, its edition, channel and buttons, before its first message is sent: who takes it over
 * sends the same.
 * @returns false where it is not ours any more
 */
export async function fixDelivery(
  store: Store,
  delivery: Delivery,
  { edition, channel, late, at, views }: Fixed,
): Promise<boolean> {
  return store.together(async (tx) => {
    await keepEdition({ write: tx }, edition, delivery.slot);
    const set = { edition: edition.id, channel, fixed_at: at.getTime(), late: late ? 1 : 0 };
    if (!(await changeHeld(tx, delivery, set))) return false;
    await keepViews({ write: tx }, views);
    return true;
  });
}

/** What of a delivery is done. */
export type Progress = Required<Pick<Delivery, 'messages' | 'passedOn'>>;

/** Notes what of a claimed delivery is done. @returns false where it is not ours any more */
export const noteProgress = (store: Store, delivery: Delivery, progress: Progress): Promise<boolean> =>
  store.together((tx) => changeHeld(tx, delivery, columnsOf(progress)));

const columnsOf = ({ messages, passedOn }: Progress) => ({ messages: JSON.stringify(messages), passed_on: passedOn });

/** Gives a claimed delivery back, to be tried again later, by whomever. @returns false where it is not ours any more */
export const postpone = (
  { write }: Store,
  delivery: Delivery,
  { dueAt, reason }: { readonly dueAt: Date; readonly reason?: string | undefined },
): Promise<boolean> =>
  changeHeld(write, delivery, {
    state: 'pending',
    lease_until: null,
    due_at: dueAt.getTime(),
    reason: reason ?? null,
  });

export interface Settlement {
  readonly state: 'posted' | 'skipped' | 'failed';
  /** Why it was skipped or failed, in one sentence. */
  readonly reason?: string | undefined;
  readonly progress?: Progress | undefined;
  readonly at: Date;
}

/**
 * Ends a delivery. A posted one moves the schedule's next window to begin at its slot, and ends any trouble.
 * @returns false where somebody else has claimed it meanwhile, or the schedule was removed: then nothing is changed
 */
export async function settle(store: Store, delivery: Delivery, settlement: Settlement): Promise<boolean> {
  const { state, reason, progress, at } = settlement;
  return store.together(async (tx) => {
    const set = { state, reason: reason ?? null, settled_at: at.getTime(), lease_until: null, due_at: null };
    if (!(await changeHeld(tx, delivery, { ...set, ...(progress && columnsOf(progress)) }))) return false;
    if (state !== 'posted') return true;
    const slot = delivery.slot.getTime();
    await tx
      .updateTable('schedules')
      .set((eb) => ({
        last_posted: eb
          .case()
          .when(eb.or([eb('last_posted', 'is', null), eb('last_posted', '<', slot)]))
          .then(slot)
          .else(eb.ref('last_posted'))
          .end(),
        told_at: null,
      }))
      .where('id', '=', delivery.schedule)
      .execute();
    return true;
  });
}

/**
 * Changes a delivery that is still ours: each claim counts as an attempt, so a later one would have another number.
 * @returns false where it is not ours any more
 */
export async function changeHeld(
  db: Database,
  { schedule, slot, attempts }: Delivery,
  set: Updateable<Tables['deliveries']>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set(set)
    .where('schedule', '=', schedule)
    .where('slot', '=', slot.getTime())
    .where('state', '=', 'claimed')
    .where('attempts', '=', attempts)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** A schedule's deliveries, the newest slot first. */
export const deliveriesOf = (store: Store, schedule: string, limit: number): Promise<Delivery[]> =>
  newestDeliveries(store, limit, schedule);

/** The deliveries of one schedule, or of all, the newest slot first. */
export async function newestDeliveries({ read }: Store, limit: number, schedule?: string): Promise<Delivery[]> {
  const rows = await read
    .selectFrom('deliveries')
    .selectAll()
    .$if(schedule !== undefined, (some) => some.where('schedule', '=', schedule ?? ''))
    .orderBy('slot', 'desc')
    .orderBy('schedule')
    .limit(limit)
    .execute();
  return rows.map(deliveryOf);
}

export async function deliveryAt({ read }: Store, schedule: string, slot: Date): Promise<Delivery | undefined> {
  const row = await read
    .selectFrom('deliveries')
    .selectAll()
    .where('schedule', '=', schedule)
    .where('slot', '=', slot.getTime())
    .executeTakeFirst();
  return row && deliveryOf(row);
}

const ids = z.array(z.string());

export const deliveryOf = (row: Selectable<Tables['deliveries']>): Delivery => ({
  schedule: row.schedule,
  slot: new Date(row.slot),
  state: row.state,
  ...(row.edition !== null && { edition: row.edition }),
  ...(row.channel !== null && { channel: row.channel }),
  ...(row.fixed_at !== null && { fixedAt: new Date(row.fixed_at) }),
  ...(row.late === 1 && { late: true }),
  ...(row.messages !== null && { messages: parseStored(ids, row.messages, `The messages of ${row.schedule}`) }),
  ...(row.passed_on > 0 && { passedOn: row.passed_on }),
  ...(row.reason !== null && { reason: row.reason }),
  attempts: row.attempts,
  ...(row.due_at !== null && { dueAt: new Date(row.due_at) }),
  ...(row.lease_until !== null && { leaseUntil: new Date(row.lease_until) }),
  ...(row.settled_at !== null && { settledAt: new Date(row.settled_at) }),
});
