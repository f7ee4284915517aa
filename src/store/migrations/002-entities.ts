import type { Kysely, Migration } from 'kysely';
import type { Store } from '../store.ts';
import { counter, key, required, textOf, to } from './columns.ts';

/** People, organisations and places, by every form and word of their names. */
export const entities = (kind: Store['kind']): Migration => ({
  async up(db: Kysely<unknown>) {
    const text = textOf(kind);
    await db.schema
      .createTable('entities')
      .addColumn('id', text, key)
      .addColumn('type', text, required)
      .addColumn('name', text, required)
      .addColumn('folded', text, required)
      .addColumn('made_at', 'bigint', required)
      .addColumn('articles', 'integer', counter)
      .addColumn('quotes', 'integer', counter)
      .addColumn('newest_at', 'bigint', counter)
      .addUniqueConstraint('entities_once', ['folded', 'type'])
      .execute();
    await db.schema.createIndex('entities_by_articles').on('entities').columns(['articles', 'newest_at']).execute();
    await db.schema.createIndex('entities_by_quotes').on('entities').columns(['quotes', 'newest_at']).execute();
    await db.schema
      .createTable('entity_names')
      .addColumn('entity_id', text, to('entities.id'))
      .addColumn('folded', text, required)
      .addColumn('name', text, required)
      .addColumn('bare', text, required)
      .addColumn('uses', 'integer', required)
      .addColumn('leads', 'integer', required)
      .addPrimaryKeyConstraint('entity_names_key', ['entity_id', 'folded'])
      .execute();
    for (const column of ['folded', 'bare']) {
      await db.schema
        .createIndex(`entity_names_by_${column}`)
        .on('entity_names')
        .columns([column, 'entity_id'])
        .execute();
    }
    await db.schema
      .createTable('entity_words')
      .addColumn('word', text, required)
      .addColumn('letters', 'integer', required)
      .addColumn('entity_id', text, to('entities.id'))
      .addPrimaryKeyConstraint('entity_words_key', ['word', 'entity_id'])
      .execute();
    await db.schema.createIndex('entity_words_by_entity').on('entity_words').columns(['entity_id', 'word']).execute();
    await db.schema.createIndex('entity_words_by_letters').on('entity_words').columns(['letters', 'word']).execute();
  },
});
