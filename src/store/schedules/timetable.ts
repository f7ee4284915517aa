import type { Store } from '../store.ts';

/** When something is due next: a slot of an active schedule, or a delivery that waits to be tried again. */
export async function nextDue({ read }: Store): Promise<Date | undefined> {
  const { slot } = await read
    .selectFrom('schedules')
    .select(({ fn }) => fn.min('next_slot').as('slot'))
    .where('state', '=', 'active')
    .executeTakeFirstOrThrow();
  const { retry } = await read
    .selectFrom('deliveries')
    .select(({ fn }) => fn.min('due_at').as('retry'))
    .where('state', '=', 'pending')
    .executeTakeFirstOrThrow();
  const instants = [slot, retry].filter((instant) => instant !== null);
  return instants.length > 0 ? new Date(Math.min(...instants)) : undefined;
}

/** Whether everything that was due by then has been worked on. */
export async function isSettled({ read }: Store, now: Date): Promise<boolean> {
  const slots = await read
    .selectFrom('schedules')
    .select('id')
    .where('next_slot', '<=', now.getTime())
    .limit(1)
    .execute();
  const deliveries = await read
    .selectFrom('deliveries')
    .select('schedule')
    .where(({ or, and, eb }) =>
      or([
        eb('state', '=', 'claimed'),
        and([eb('state', '=', 'pending'), or([eb('due_at', 'is', null), eb('due_at', '<=', now.getTime())])]),
      ]),
    )
    .limit(1)
    .execute();
  return slots.length + deliveries.length === 0;
}

/** The zones of all schedules, those due first before others. */
export async function zonesInUse({ read }: Store): Promise<string[]> {
  const rows = await read.selectFrom('schedules').select('zone').orderBy('next_slot').orderBy('id').execute();
  return [...new Set(rows.map(({ zone }) => zone))];
}
