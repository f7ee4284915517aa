import type { Kysely, Migration } from 'kysely';
import type { Store } from '../store.ts';
import { identity, required, textOf, to } from './columns.ts';

/** Who appears in which listed article, and who says what there. */
export const mentionsAndQuotes = (kind: Store['kind']): Migration => ({
  async up(db: Kysely<unknown>) {
    const text = textOf(kind);
    await db.schema
      .createTable('mentions')
      .addColumn('entity_id', text, to('entities.id'))
      .addColumn('article_id', text, to('articles.id'))
      .addColumn('local', 'integer', required)
      .addColumn('times', 'integer', required)
      .addColumn('dated_at', 'bigint', required)
      .addPrimaryKeyConstraint('mentions_key', ['entity_id', 'article_id'])
      .execute();
    await db.schema
      .createIndex('mentions_by_date')
      .on('mentions')
      .columns(['entity_id', 'dated_at', 'article_id'])
      .execute();
    await db.schema.createIndex('mentions_by_article').on('mentions').columns(['article_id', 'entity_id']).execute();
    await db.schema
      .createTable('quotes')
      .addColumn('number', 'integer', identity(kind))
      .addColumn('article_id', text, to('articles.id'))
      .addColumn('place', 'integer', required)
      .addColumn('dated_at', 'bigint', required)
      .addColumn('first_seen', 'bigint', required)
      .addUniqueConstraint('quotes_once', ['article_id', 'place'])
      .execute();
    await db.schema
      .createIndex('quotes_by_date')
      .on('quotes')
      .columns(['dated_at desc', 'article_id desc', 'place asc', 'first_seen'])
      .execute();
    await db.schema
      .createTable('quote_speakers')
      .addColumn('entity_id', text, to('entities.id'))
      .addColumn('quote', 'integer', (column) => column.notNull().references('quotes.number').onDelete('cascade'))
      .addPrimaryKeyConstraint('quote_speakers_key', ['entity_id', 'quote'])
      .execute();
    await db.schema.createIndex('quote_speakers_by_quote').on('quote_speakers').column('quote').execute();
  },
});
