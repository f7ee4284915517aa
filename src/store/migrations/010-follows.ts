import type { Kysely, Migration } from 'kysely';
import type { Store } from '../store.ts';
import { required, textOf } from './columns.ts';

/** Whom and what members follow. */
export const follows = (kind: Store['kind']): Migration => ({
  async up(db: Kysely<unknown>) {
    const text = textOf(kind);
    await db.schema
      .createTable('follows')
      .addColumn('member', text, required)
      .addColumn('guild', text, required)
      .addColumn('folded', text, required)
      .addColumn('name', text, required)
      .addColumn('entity', text)
      .addColumn('told_to', 'bigint', required)
      .addColumn('told_at', 'bigint')
      .addPrimaryKeyConstraint('follows_key', ['member', 'guild', 'folded'])
      .execute();
    await db.schema.createIndex('follows_by_guild').on('follows').column('guild').execute();
    await db.schema.createIndex('articles_by_first_seen').on('articles').column('first_seen').execute();
  },
});
