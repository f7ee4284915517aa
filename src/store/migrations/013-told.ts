import type { Kysely, Migration } from 'kysely';
import type { Store } from '../store.ts';
import { required, textOf, to } from './columns.ts';

/** What schedules that are removed had posted to their channel. */
export const told = (kind: Store['kind']): Migration => ({
  async up(db: Kysely<unknown>) {
    const text = textOf(kind);
    await db.schema
      .createTable('told')
      .addColumn('channel', text, required)
      .addColumn('slot', 'bigint', required)
      .addColumn('edition', text, (column) => to('editions.id')(column).onDelete('cascade'))
      .addPrimaryKeyConstraint('told_key', ['channel', 'slot', 'edition'])
      .execute();
    await db.schema.createIndex('told_by_edition').on('told').column('edition').execute();
  },
});
