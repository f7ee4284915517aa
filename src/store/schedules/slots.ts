import type { Insertable } from 'kysely';
import type { Schedule } from '../../model/schedule.ts';
import { chunks } from '../chunks.ts';
import type { Database, Store } from '../store.ts';
import type { Tables } from '../tables.ts';

/** Slots of a schedule that have come, and the next one to wait for. */
export interface Due {
  readonly schedule: Schedule;
  /** `skipped` says why one is not delivered, in one sentence. */
  readonly slots: readonly { readonly slot: Date; readonly skipped?: string }[];
  /** None where it can never be due again. */
  readonly next?: Date | undefined;
}

/**
 * Writes down what is to be delivered, before anything is sent, and what is skipped; all of it or nothing. A slot that
 * was written down before, by whomever, stays as it is; a schedule that was changed or removed meanwhile is left alone.
 */
export async function openSlots({ write }: Store, due: readonly Due[], now: Date): Promise<void> {
  // In one order, so that no two processes wait for each other.
  const ordered = due.toSorted((a, b) => (a.schedule.id < b.schedule.id ? -1 : 1));
  await write.transaction().execute(async (tx) => {
    const rows: Insertable<Tables['deliveries']>[] = [];
    for (const each of ordered) {
      if (await moveOn(tx, each)) rows.push(...each.slots.map((slot) => rowOf(each.schedule.id, slot, now)));
    }
    for (const some of chunks(rows)) {
      await tx
        .insertInto('deliveries')
        .values(some)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  });
}

/** Sets the next slot. @returns false where the schedule is not as it was any more */
async function moveOn(tx: Database, { schedule, next }: Due): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('schedules')
    .set({ next_slot: next?.getTime() ?? null })
    .where('id', '=', schedule.id)
    .where('next_slot', '=', schedule.nextSlot?.getTime() ?? null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/**
 * Writes down a slot out of turn: one that a manager asked for.
 * @returns false where that slot was written down before, by whomever
 */
export async function openSlot({ write }: Store, schedule: string, slot: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await write
    .insertInto('deliveries')
    .values(rowOf(schedule, { slot }, slot))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

const rowOf = (schedule: string, { slot, skipped }: Due['slots'][number], now: Date) => ({
  schedule,
  slot: slot.getTime(),
  state: skipped === undefined ? ('pending' as const) : ('skipped' as const),
  attempts: 0,
  reason: skipped ?? null,
  settled_at: skipped === undefined ? null : now.getTime(),
});
