import { type Kysely, type Migration, sql } from 'kysely';
import type { Store } from '../store.ts';
import { identity, key, required, textOf, to } from './columns.ts';

/** Articles with every version of their text, and where they were found. */
export const articles = (kind: Store['kind']): Migration => ({
  async up(db: Kysely<unknown>) {
    const text = textOf(kind);
    await db.schema.createTable('turns').addColumn('name', text, key).addColumn('taken', 'bigint', required).execute();
    await db.schema
      .createTable('articles')
      .addColumn('number', 'integer', identity(kind))
      .addColumn('id', text, (column) => column.notNull().unique())
      .addColumn('version', 'integer', required)
      .addColumn('content_hash', text, required)
      .addColumn('story_id', text, required)
      .addColumn('first_seen', 'bigint', required)
      .addColumn('dated_at', 'bigint', required)
      .addColumn('withdrawn_at', 'bigint')
      .addColumn('title', text, required)
      .addColumn('folded_title', text, required)
      .addColumn('url', text)
      .addColumn('outlet', text)
      .addColumn('folded_outlet', text)
      .execute();
    // The newest listed articles are what nearly every answer begins with; its titles are looked through as one types.
    await db.schema
      .createIndex('articles_listed')
      .on('articles')
      .columns(['dated_at', 'id', 'first_seen', 'version', 'folded_title'])
      .where(sql.ref('withdrawn_at'), 'is', null)
      .execute();
    await db.schema
      .createIndex('articles_by_outlet')
      .on('articles')
      .columns(['folded_outlet', 'withdrawn_at', 'outlet'])
      .execute();
    for (const column of ['story_id', 'folded_title', 'url']) {
      await db.schema.createIndex(`articles_by_${column}`).on('articles').column(column).execute();
    }
    await db.schema
      .createTable('versions')
      .addColumn('article_id', text, to('articles.id'))
      .addColumn('version', 'integer', required)
      .addColumn('seen_at', 'bigint', required)
      .addColumn('title', text, required)
      .addColumn('text', text, required)
      .addColumn('url', text)
      .addColumn('outlet', text)
      .addColumn('author', text)
      .addColumn('language', text)
      .addColumn('published_at', 'bigint')
      .addColumn('captions', text, required)
      .addColumn('reading', text, required)
      .addColumn('entities', text, required)
      .addPrimaryKeyConstraint('versions_key', ['article_id', 'version'])
      .execute();
    await db.schema
      .createTable('origins')
      .addColumn('origin', text, required)
      .addColumn('article_id', text, to('articles.id'))
      .addPrimaryKeyConstraint('origins_key', ['origin', 'article_id'])
      .execute();
    await db.schema.createIndex('origins_by_article').on('origins').column('article_id').execute();
    await sql`insert into turns (name, taken) values ('articles', 0)`.execute(db);
  },
});
