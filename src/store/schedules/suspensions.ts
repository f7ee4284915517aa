import type { Schedule } from '../../model/schedule.ts';
import type { Store } from '../store.ts';
import { scheduleOf } from './schedules.ts';

/** Suspends an active schedule. @returns false where it is not active any more, or gone */
export async function suspend({ write }: Store, id: string, reason: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await write
    .updateTable('schedules')
    .set({ state: 'suspended', state_since: at.getTime(), reason })
    .where('id', '=', id)
    .where('state', '=', 'active')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Makes a suspended schedule active again. @returns false where it is not suspended any more, or gone */
export async function resume({ write }: Store, id: string): Promise<boolean> {
  const { numUpdatedRows } = await write
    .updateTable('schedules')
    .set({ state: 'active', state_since: null, reason: null })
    .where('id', '=', id)
    .where('state', '=', 'suspended')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** The suspended schedules of a server, or of all. */
export async function suspended({ read }: Store, guild?: string): Promise<Schedule[]> {
  const rows = await read
    .selectFrom('schedules')
    .selectAll()
    .where('state', '=', 'suspended')
    .$if(guild !== undefined, (some) => some.where('guild', '=', guild ?? ''))
    .orderBy('guild')
    .orderBy('id')
    .execute();
  return rows.map(scheduleOf);
}

/** Notes that the manager has been told of the trouble; a post that succeeds takes the note away. */
export async function noteTold({ write }: Store, id: string, at: Date): Promise<void> {
  await write.updateTable('schedules').set({ told_at: at.getTime() }).where('id', '=', id).execute();
}
