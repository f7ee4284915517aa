import type { Insertable, Selectable } from 'kysely';
import type { Schedule } from '../../model/schedule.ts';
import type { Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import { keepTold } from './told.ts';

export async function addSchedule({ write }: Store, schedule: Schedule): Promise<void> {
  await write.insertInto('schedules').values(rowOf(schedule)).execute();
}

/**
 * Writes down what is other in a schedule than it was. The rest may have moved on since it was read: a slot that came,
 * an edition that was posted, a suspension. @returns false where it was removed meanwhile
 */
export async function changeSchedule({ write }: Store, before: Schedule, after: Schedule): Promise<boolean> {
  const had: Readonly<Record<string, unknown>> = { ...rowOf(before) };
  const changes = Object.entries(rowOf(after)).filter(([column, value]) => value !== had[column]);
  const { numUpdatedRows } = await write
    .updateTable('schedules')
    .set({ id: before.id, ...Object.fromEntries(changes) })
    .where('id', '=', before.id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function scheduleById({ read }: Store, id: string): Promise<Schedule | undefined> {
  const row = await read.selectFrom('schedules').selectAll().where('id', '=', id).executeTakeFirst();
  return row && scheduleOf(row);
}

/** A server's schedules, in the order they were made. */
export async function schedulesOf({ read }: Store, guild: string): Promise<Schedule[]> {
  const rows = await read
    .selectFrom('schedules')
    .selectAll()
    .where('guild', '=', guild)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map(scheduleOf);
}

/** Those that run, of every server, in the order they were made. */
export async function activeSchedules({ read }: Store, limit: number): Promise<Schedule[]> {
  const rows = await read
    .selectFrom('schedules')
    .selectAll()
    .where('state', '=', 'active')
    .orderBy('made_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(scheduleOf);
}

/** Those whose next slot has come, the longest waiting first. */
export async function dueSchedules({ read }: Store, now: Date, limit: number): Promise<Schedule[]> {
  const rows = await read
    .selectFrom('schedules')
    .selectAll()
    .where('next_slot', '<=', now.getTime())
    .orderBy('next_slot')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(scheduleOf);
}

/** Its deliveries go with it. @returns false where there was none */
export async function removeSchedule({ write }: Store, id: string): Promise<boolean> {
  return write.transaction().execute(async (transaction) => {
    await keepTold(transaction, id);
    const { numDeletedRows } = await transaction.deleteFrom('schedules').where('id', '=', id).executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  });
}

const rowOf = (schedule: Schedule): Insertable<Tables['schedules']> => ({
  id: schedule.id,
  guild: schedule.guild,
  channel: schedule.channel,
  kind: schedule.kind,
  expression: schedule.expression,
  zone: schedule.zone,
  topic: schedule.topic ?? null,
  stories: schedule.stories,
  role: schedule.role ?? null,
  made_by: schedule.madeBy,
  made_at: schedule.madeAt.getTime(),
  state: schedule.state,
  state_since: schedule.stateSince?.getTime() ?? null,
  reason: schedule.reason ?? null,
  told_at: schedule.toldAt?.getTime() ?? null,
  next_slot: schedule.nextSlot?.getTime() ?? null,
  last_posted: schedule.lastPosted?.getTime() ?? null,
});

export const scheduleOf = (row: Selectable<Tables['schedules']>): Schedule => ({
  id: row.id,
  guild: row.guild,
  channel: row.channel,
  kind: row.kind,
  expression: row.expression,
  zone: row.zone,
  ...(row.topic !== null && { topic: row.topic }),
  stories: row.stories,
  ...(row.role !== null && { role: row.role }),
  madeBy: row.made_by,
  madeAt: new Date(row.made_at),
  state: row.state,
  ...(row.state_since !== null && { stateSince: new Date(row.state_since) }),
  ...(row.reason !== null && { reason: row.reason }),
  ...(row.told_at !== null && { toldAt: new Date(row.told_at) }),
  ...(row.next_slot !== null && { nextSlot: new Date(row.next_slot) }),
  ...(row.last_posted !== null && { lastPosted: new Date(row.last_posted) }),
});
