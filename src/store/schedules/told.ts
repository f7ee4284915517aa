import type { Kysely } from 'kysely';
import { type Edition, editionSchema } from '../../model/edition.ts';
import type { Store } from '../store.ts';
import { parseStored } from '../stored-json.ts';
import type { Tables } from '../tables.ts';

/** What is on its way is told too: no other edition of this channel must tell it again. */
const TOLD = ['claimed', 'posted'] as const;

/** The editions that were posted to a channel after an instant and before a slot, the newest first. */
export async function editionsToldTo(
  { read }: Store,
  channel: string,
  { after, before }: { readonly after: Date; readonly before: Date },
): Promise<Edition[]> {
  const posted = read
    .selectFrom('deliveries')
    .innerJoin('editions', 'editions.id', 'deliveries.edition')
    .select(['editions.id', 'editions.body', 'deliveries.slot'])
    .where('deliveries.channel', '=', channel)
    // One that waits for Discord comes through before what is composed now.
    .where('deliveries.state', 'in', [...TOLD, 'pending'])
    .where('deliveries.slot', '>', after.getTime())
    .where('deliveries.slot', '<', before.getTime());
  const kept = read
    .selectFrom('told')
    .innerJoin('editions', 'editions.id', 'told.edition')
    .select(['editions.id', 'editions.body', 'told.slot'])
    .where('told.channel', '=', channel)
    .where('told.slot', '>', after.getTime())
    .where('told.slot', '<', before.getTime());
  const rows = await posted.unionAll(kept).orderBy('slot', 'desc').execute();
  return rows.map(({ id, body }) => parseStored(editionSchema, body, `Edition ${id}`));
}

/** Keeps what a schedule has told its channels, before the schedule is removed with its deliveries. */
export async function keepTold(write: Kysely<Tables>, schedule: string): Promise<void> {
  await write
    .insertInto('told')
    .columns(['channel', 'slot', 'edition'])
    .expression((eb) =>
      eb
        .selectFrom('deliveries')
        .innerJoin('editions', 'editions.id', 'deliveries.edition')
        .select((of) => [of.ref('deliveries.channel').$notNull().as('channel'), 'deliveries.slot', 'editions.id'])
        .where('deliveries.schedule', '=', schedule)
        .where('deliveries.channel', 'is not', null)
        .where('deliveries.state', 'in', TOLD),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
