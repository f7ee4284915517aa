import type { Delivery } from '../../model/schedule.ts';
import type { Store } from '../store.ts';
import { changeHeld, deliveryOf } from './deliveries.ts';

/**
 * Takes a batch of deliveries that wait, or whose last holder let its lease run out, the oldest slot first. No two
 * processes hold the same one. Each claim counts as an attempt.
 * @param lease milliseconds for which they are ours
 */
export async function claim({ write, kind }: Store, now: Date, lease: number, limit: number): Promise<Delivery[]> {
  const at = now.getTime();
  const rows = await write.transaction().execute(async (tx) => {
    const free = await tx
      .selectFrom('deliveries')
      .select(['schedule', 'slot'])
      .where((eb) =>
        eb.or([
          eb.and([eb('state', '=', 'pending'), eb.or([eb('due_at', 'is', null), eb('due_at', '<=', at)])]),
          eb.and([eb('state', '=', 'claimed'), eb('lease_until', '<=', at)]),
        ]),
      )
      .orderBy('slot')
      .orderBy('schedule')
      .limit(limit)
      // In SQLite a transaction is alone with the database from its beginning.
      .$if(kind === 'postgres', (some) => some.forUpdate().skipLocked())
      .execute();
    if (free.length === 0) return [];
    return tx
      .updateTable('deliveries')
      .set((eb) => ({ state: 'claimed', lease_until: at + lease, attempts: eb('attempts', '+', 1) }))
      .where((eb) => eb.or(free.map(({ schedule, slot }) => eb.and({ schedule, slot }))))
      .returningAll()
      .execute();
  });
  return rows.map(deliveryOf).toSorted((a, b) => a.slot.getTime() - b.slot.getTime());
}

/**
 * Lengthens the lease of a delivery that is being worked on.
 * @returns false where somebody else has claimed it meanwhile, or it is settled: then it is not ours any more
 */
export const renew = ({ write }: Store, delivery: Delivery, now: Date, lease: number): Promise<boolean> =>
  changeHeld(write, delivery, { lease_until: now.getTime() + lease });

/**
 * Gives every claim free, so that a bot that comes back after a crash need not wait for its own leases. Only on SQLite,
 * where no other bot can hold one. @returns how many
 */
export async function releaseAll({ write, kind }: Store): Promise<number> {
  if (kind === 'postgres') return 0;
  const { numUpdatedRows } = await write
    .updateTable('deliveries')
    .set({ state: 'pending', lease_until: null })
    .where('state', '=', 'claimed')
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
