import { type Edition, editionSchema } from '../model/edition.ts';
import type { Store } from './store.ts';
import { parseStored } from './stored-json.ts';

/** The editions that were posted to a channel after an instant and before a slot, the newest first. */
export async function editionsToldTo(
  { read }: Store,
  channel: string,
  { after, before }: { readonly after: Date; readonly before: Date },
): Promise<Edition[]> {
  const rows = await read
    .selectFrom('deliveries')
    .innerJoin('schedules', 'schedules.id', 'deliveries.schedule')
    .innerJoin('editions', 'editions.id', 'deliveries.edition')
    .select(['editions.id', 'editions.body'])
    .where('schedules.channel', '=', channel)
    // What is on its way is told too: another schedule of this channel must not tell it again.
    .where('deliveries.state', 'in', ['claimed', 'posted'])
    .where('deliveries.slot', '>', after.getTime())
    .where('deliveries.slot', '<', before.getTime())
    .orderBy('deliveries.slot', 'desc')
    .execute();
  return rows.map(({ id, body }) => parseStored(editionSchema, body, `Edition ${id}`));
}
