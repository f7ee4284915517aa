import type { Insertable, Selectable } from 'kysely';
import type { Delivery } from '../model/schedule.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * Writes down that a slot is to be delivered, before anything is sent.
 * @returns false where that slot was written down before, by whomever
 */
export const openSlot = (store: Store, schedule: string, slot: Date): Promise<boolean> =>
  write(store, { schedule, slot: slot.getTime(), state: 'pending', attempts: 0 });

/**
 * Writes down that a slot is not delivered, and why, in one sentence.
 * @returns false where that slot was written down before, by whomever
 */
export const skipSlot = (store: Store, schedule: string, slot: Date, reason: string, at: Date): Promise<boolean> =>
  write(store, { schedule, slot: slot.getTime(), state: 'skipped', attempts: 0, reason, settled_at: at.getTime() });

async function write(store: Store, row: Insertable<Tables['deliveries']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await store.write
    .insertInto('deliveries')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/**
 * Fixes the edition of a claimed delivery before its first message is sent.
 * @param remark what is to be said of it, kept as its reason
 * @returns the edition fixed before, if a process that died in between did so, else this one
 */
export async function fixEdition(
  store: Store,
  { schedule, slot }: Delivery,
  edition: string,
  remark?: string,
): Promise<string> {
  const row = await store.write
    .updateTable('deliveries')
    .set((eb) => ({ edition: eb.fn.coalesce('edition', eb.val(edition)), reason: remark ?? null }))
    .where('schedule', '=', schedule)
    .where('slot', '=', slot.getTime())
    .returning('edition')
    .executeTakeFirst();
  return row?.edition ?? edition;
}

export interface Settlement {
  readonly state: 'posted' | 'skipped' | 'failed';
  /** Why it was skipped or failed, in one sentence. */
  readonly reason?: string | undefined;
  readonly at: Date;
}

/**
 * Ends a delivery. A posted one moves the schedule's next window to begin at its slot.
 * @returns false where somebody else has claimed it meanwhile, or the schedule was removed: then nothing is changed
 */
export async function settle(store: Store, delivery: Delivery, { state, reason, at }: Settlement): Promise<boolean> {
  const { schedule, attempts } = delivery;
  const slot = delivery.slot.getTime();
  return store.write.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('deliveries')
      .set({ state, reason: reason ?? null, settled_at: at.getTime(), lease_until: null })
      .where('schedule', '=', schedule)
      .where('slot', '=', slot)
      .where('state', '=', 'claimed')
      .where('attempts', '=', attempts)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return false;
    if (state === 'posted') {
      await tx
        .updateTable('schedules')
        .set({ last_posted: slot })
        .where('id', '=', schedule)
        .where((eb) => eb.or([eb('last_posted', 'is', null), eb('last_posted', '<', slot)]))
        .execute();
    }
    return true;
  });
}

/** A schedule's deliveries, the newest slot first. */
export async function deliveriesOf({ read }: Store, schedule: string, limit: number): Promise<Delivery[]> {
  const rows = await read
    .selectFrom('deliveries')
    .selectAll()
    .where('schedule', '=', schedule)
    .orderBy('slot', 'desc')
    .limit(limit)
    .execute();
  return rows.map(deliveryOf);
}

export const deliveryOf = (row: Selectable<Tables['deliveries']>): Delivery => ({
  schedule: row.schedule,
  slot: new Date(row.slot),
  state: row.state,
  ...(row.edition !== null && { edition: row.edition }),
  ...(row.reason !== null && { reason: row.reason }),
  attempts: row.attempts,
  ...(row.lease_until !== null && { leaseUntil: new Date(row.lease_until) }),
  ...(row.settled_at !== null && { settledAt: new Date(row.settled_at) }),
});
