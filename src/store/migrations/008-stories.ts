import { type Kysely, type Migration, sql } from 'kysely';
import type { Store } from '../store.ts';
import { key, required, textOf } from './columns.ts';

/** What stories are found and ranked by. Terms are hashes of words, names and numbers. */
export const stories = (kind: Store['kind']): Migration => ({
  async up(db: Kysely<unknown>) {
    const text = textOf(kind);
    const articles = db.schema.alterTable('articles');
    await articles.addColumn('source', text, (column) => column.notNull().defaultTo('')).execute();
    await articles.addColumn('copy_of', text, (column) => column.notNull().defaultTo('')).execute();
    await articles.addColumn('voices', 'integer', (column) => column.notNull().defaultTo(0)).execute();
    await sql`update articles set source = coalesce(folded_outlet, id), copy_of = id`.execute(db);

    await db.schema
      .createTable('term_holders')
      .addColumn('term', 'integer', key)
      .addColumn('articles', 'integer', required)
      .execute();
    await db.schema
      .createTable('article_terms')
      .addColumn('article', 'integer', key)
      .addColumn('terms', text, required)
      .execute();
    await db.schema
      .createTable('story_terms')
      .addColumn('term', 'integer', required)
      .addColumn('dated_at', 'bigint', required)
      .addColumn('article', 'integer', required)
      .addPrimaryKeyConstraint('story_terms_key', ['term', 'dated_at', 'article'])
      .execute();
    await db.schema.createIndex('story_terms_by_article').on('story_terms').column('article').execute();
  },
});
