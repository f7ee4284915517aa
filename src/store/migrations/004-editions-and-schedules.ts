import type { Kysely, Migration } from 'kysely';
import type { Store } from '../store.ts';
import { counter, key, required, textOf } from './columns.ts';

/** What was shown, what is due, and the buttons under it. */
export const editionsAndSchedules = (kind: Store['kind']): Migration => ({
  async up(db: Kysely<unknown>) {
    const text = textOf(kind);
    await db.schema
      .createTable('editions')
      .addColumn('id', text, key)
      .addColumn('scope', text, required)
      .addColumn('made_at', 'bigint', required)
      .addColumn('body', text, required)
      .execute();
    await db.schema.createIndex('editions_by_scope').on('editions').columns(['scope', 'made_at']).execute();
    await db.schema
      .createTable('schedules')
      .addColumn('id', text, key)
      .addColumn('guild', text, required)
      .addColumn('channel', text, required)
      .addColumn('expression', text, required)
      .addColumn('zone', text, required)
      .addColumn('topic', text)
      .addColumn('stories', 'integer', required)
      .addColumn('role', text)
      .addColumn('made_by', text, required)
      .addColumn('made_at', 'bigint', required)
      .addColumn('next_slot', 'bigint')
      .addColumn('last_posted', 'bigint')
      .execute();
    await db.schema.createIndex('schedules_by_guild').on('schedules').column('guild').execute();
    await db.schema.createIndex('schedules_by_next_slot').on('schedules').column('next_slot').execute();
    await db.schema
      .createTable('deliveries')
      .addColumn('schedule', text, (column) => column.notNull().references('schedules.id').onDelete('cascade'))
      .addColumn('slot', 'bigint', required)
      .addColumn('state', text, required)
      .addColumn('edition', text, (column) => column.references('editions.id'))
      .addColumn('reason', text)
      .addColumn('attempts', 'integer', counter)
      .addColumn('lease_until', 'bigint')
      .addColumn('settled_at', 'bigint')
      .addPrimaryKeyConstraint('deliveries_key', ['schedule', 'slot'])
      .execute();
    await db.schema.createIndex('deliveries_by_state').on('deliveries').columns(['state', 'slot']).execute();
    await db.schema
      .createTable('views')
      .addColumn('id', text, key)
      .addColumn('made_at', 'bigint', required)
      .addColumn('body', text, required)
      .execute();
    await db.schema.createIndex('views_by_date').on('views').column('made_at').execute();
  },
});
