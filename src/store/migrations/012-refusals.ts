import type { Kysely, Migration } from 'kysely';
import type { Store } from '../store.ts';
import { required, textOf } from './columns.ts';

/** What origins offered that was not taken in, and why. */
export const refusals = (kind: Store['kind']): Migration => ({
  async up(db: Kysely<unknown>) {
    const text = textOf(kind);
    await db.schema
      .createTable('refusals')
      .addColumn('origin', text, required)
      .addColumn('key', text, required)
      .addColumn('title', text, required)
      .addColumn('folded_title', text, required)
      .addColumn('url', text)
      .addColumn('step', text, required)
      .addColumn('reason', text, required)
      .addColumn('at', 'bigint', required)
      .addPrimaryKeyConstraint('refusals_key', ['origin', 'key'])
      .execute();
    await db.schema.createIndex('refusals_by_key').on('refusals').column('key').execute();
    await db.schema.createIndex('refusals_by_title').on('refusals').column('folded_title').execute();
    await db.schema.createIndex('refusals_by_time').on('refusals').column('at').execute();
  },
});
