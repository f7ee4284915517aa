import type { Store } from './store.ts';

/** Notes that Lede was removed from a server; the first note counts. */
export async function noteDeparture({ write }: Store, guild: string, at: Date): Promise<void> {
  await write
    .insertInto('departures')
    .values({ guild, left_at: at.getTime() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** It is back: nothing is forgotten. */
export async function dropDeparture({ write }: Store, guild: string): Promise<void> {
  await write.deleteFrom('departures').where('guild', '=', guild).execute();
}

/** Every server that something is kept of. */
export async function knownGuilds({ read }: Store): Promise<string[]> {
  const rows = await read
    .selectFrom('schedules')
    .select('guild')
    .union(read.selectFrom('follows').select('guild'))
    .union(read.selectFrom('audiences').select('guild'))
    .execute();
  return rows.map(({ guild }) => guild);
}

/** Forgets everything of the servers that Lede was removed from before an instant. @returns which */
export async function forgetDeparted({ write }: Store, before: Date): Promise<string[]> {
  return write.transaction().execute(async (tx) => {
    const rows = await tx.selectFrom('departures').select('guild').where('left_at', '<', before.getTime()).execute();
    for (const { guild } of rows) {
      await tx.deleteFrom('schedules').where('guild', '=', guild).execute();
      await tx.deleteFrom('follows').where('guild', '=', guild).execute();
      // A feed that nobody else reads is asked no more.
      await tx.deleteFrom('audiences').where('guild', '=', guild).execute();
      await tx.deleteFrom('editions').where('scope', '=', guild).execute();
      await tx.deleteFrom('departures').where('guild', '=', guild).execute();
    }
    return rows.map(({ guild }) => guild);
  });
}
