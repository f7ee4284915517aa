import { type Kysely, type Migration, sql } from 'kysely';
import type { Store } from '../store.ts';
import { textOf } from './columns.ts';

/** The channel of each delivery whose edition is fixed: until now that of its schedule. */
export const deliveryChannels = (kind: Store['kind']): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('deliveries').addColumn('channel', textOf(kind)).execute();
    await sql`update deliveries set channel = (select channel from schedules where id = deliveries.schedule)
      where edition is not null`.execute(db);
    await db.schema.createIndex('deliveries_by_channel').on('deliveries').columns(['channel', 'slot']).execute();
    // Without it every edition that is dropped looks through all deliveries.
    await db.schema.createIndex('deliveries_by_edition').on('deliveries').column('edition').execute();
  },
});
