import type { Kysely, Migration } from 'kysely';
import type { Store } from '../store.ts';
import { counter, key, required, textOf, to } from './columns.ts';

/** Feeds, who reads which of them, and what is known of their entries. */
export const feeds = (kind: Store['kind']): Migration => ({
  async up(db: Kysely<unknown>) {
    const text = textOf(kind);
    await db.schema
      .createTable('feeds')
      .addColumn('id', text, key)
      .addColumn('url', text, (column) => column.notNull().unique())
      .addColumn('title', text)
      .addColumn('common', 'integer', counter)
      .addColumn('next_at', 'bigint', required)
      .addColumn('checked_at', 'bigint')
      .addColumn('succeeded_at', 'bigint')
      .addColumn('failing_since', 'bigint')
      .addColumn('failures', 'integer', counter)
      .addColumn('reason', text)
      .addColumn('etag', text)
      .addColumn('last_modified', text)
      .addColumn('body_hash', text)
      .execute();
    await db.schema.createIndex('feeds_by_next').on('feeds').column('next_at').execute();
    await db.schema
      .createTable('audiences')
      .addColumn('guild', text, required)
      .addColumn('feed', text, to('feeds.id'))
      .addColumn('origin', text, required)
      .addColumn('reads', 'integer', required)
      .addColumn('made_by', text, required)
      .addColumn('made_at', 'bigint', required)
      .addPrimaryKeyConstraint('audiences_key', ['guild', 'feed'])
      .execute();
    await db.schema.createIndex('audiences_by_feed').on('audiences').column('feed').execute();
    await db.schema.createIndex('audiences_by_maker').on('audiences').column('made_by').execute();
    await db.schema.createIndex('audiences_by_origin').on('audiences').columns(['origin', 'guild']).execute();
    await db.schema.alterTable('origins').addColumn('entry_hash', text).execute();
    await db.schema.alterTable('versions').addColumn('excerpt', 'integer', counter).execute();
  },
});
