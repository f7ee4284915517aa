import type { Kysely, Migration } from 'kysely';
import { soundKey } from '../../base/romanized.ts';
import { nameKeys } from '../../base/same-name.ts';
import type { Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import { textOf } from './columns.ts';

/** Names are found in every spelling: what `bare` held is replaced, and each word has its sound beside it. */
export const spellings = (kind: Store['kind']): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('entity_words')
      .addColumn('sound', textOf(kind), (column) => column.notNull().defaultTo(''))
      .execute();
    await db.schema.createIndex('entity_words_by_sound').on('entity_words').columns(['sound', 'entity_id']).execute();
    await respell(db as Kysely<Tables>);
  },
});

/** Writes down anew what names and words sound like. */
export async function respell(db: Kysely<Tables>): Promise<void> {
  const names = await db
    .selectFrom('entity_names')
    .innerJoin('entities', 'entities.id', 'entity_names.entity_id')
    .select(['entity_id', 'entity_names.folded', 'entity_names.name', 'type'])
    .execute();
  for (const { entity_id, folded, name, type } of names) {
    const bare = nameKeys(type, name)[0]!;
    await db
      .updateTable('entity_names')
      .set({ bare })
      .where('entity_id', '=', entity_id)
      .where('folded', '=', folded)
      .execute();
  }
  const words = await db.selectFrom('entity_words').select('word').distinct().execute();
  for (const { word } of words)
    await db
      .updateTable('entity_words')
      .set({ sound: soundKey(word) })
      .where('word', '=', word)
      .execute();
}
