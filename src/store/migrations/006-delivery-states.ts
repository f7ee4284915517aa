import type { Kysely, Migration } from 'kysely';
import type { Store } from '../store.ts';
import { key, required, textOf } from './columns.ts';

/** What keeps a schedule from posting, what a delivery has reached, and the servers that Lede was removed from. */
export const deliveryStates = (kind: Store['kind']): Migration => ({
  async up(db: Kysely<unknown>) {
    const text = textOf(kind);
    const schedules = db.schema.alterTable('schedules');
    await schedules.addColumn('kind', text, (column) => column.notNull().defaultTo('text')).execute();
    await schedules.addColumn('state', text, (column) => column.notNull().defaultTo('active')).execute();
    await schedules.addColumn('state_since', 'bigint').execute();
    await schedules.addColumn('reason', text).execute();
    await schedules.addColumn('told_at', 'bigint').execute();
    await db.schema.createIndex('schedules_by_state').on('schedules').columns(['state', 'guild']).execute();

    const deliveries = db.schema.alterTable('deliveries');
    await deliveries.addColumn('fixed_at', 'bigint').execute();
    await deliveries.addColumn('late', 'integer', (column) => column.notNull().defaultTo(0)).execute();
    await deliveries.addColumn('messages', text).execute();
    await deliveries.addColumn('due_at', 'bigint').execute();

    await db.schema
      .createTable('departures')
      .addColumn('guild', text, key)
      .addColumn('left_at', 'bigint', required)
      .execute();
  },
});
