import { soundKey } from '../../base/romanized.ts';
import { chunks } from '../chunks.ts';
import type { Database } from '../store.ts';
import { fullest } from './link.ts';

interface Name {
  readonly name: string;
  readonly folded: string;
  readonly leads: number;
}

/** Sees to it that these entities go by the fullest form in use, and are found by the words of all of them. */
export async function settle(tx: Database, entities: readonly string[]): Promise<void> {
  for (const some of chunks(entities)) {
    const names = new Map<string, Name[]>(some.map((entity) => [entity, []]));
    const rows = await tx
      .selectFrom('entity_names')
      .select(['entity_id', 'name', 'folded', 'leads'])
      .where('entity_id', 'in', some)
      .execute();
    for (const row of rows) names.get(row.entity_id)?.push(row);
    await settleNames(tx, names);
    await settleWords(tx, names);
  }
}

async function settleNames(tx: Database, names: ReadonlyMap<string, readonly Name[]>): Promise<void> {
  const entities = await tx
    .selectFrom('entities')
    .select(['id', 'type', 'folded'])
    .where('id', 'in', [...names.keys()])
    .execute();
  for (const { id, type, folded } of entities) {
    const name = fullest(names.get(id) ?? []);
    if (!name || name.folded === folded) continue;
    const taken = await tx
      .selectFrom('entities')
      .select('id')
      .where('folded', '=', name.folded)
      .where('type', '=', type)
      .executeTakeFirst();
    // Somebody else goes by that name already: they are not known to be the same.
    if (taken) continue;
    await tx.updateTable('entities').set({ name: name.name, folded: name.folded }).where('id', '=', id).execute();
  }
}

async function settleWords(tx: Database, names: ReadonlyMap<string, readonly Name[]>): Promise<void> {
  const key = (entity: string, word: string) => `${entity} ${word}`;
  const wanted = new Map<string, { word: string; letters: number; sound: string; entity_id: string }>();
  for (const [entity, forms] of names) {
    for (const word of forms.flatMap(({ folded }) => folded.split(' '))) {
      wanted.set(key(entity, word), { word, letters: word.length, sound: soundKey(word), entity_id: entity });
    }
  }
  const had = await tx
    .selectFrom('entity_words')
    .select(['entity_id', 'word'])
    .where('entity_id', 'in', [...names.keys()])
    .execute();
  for (const { entity_id, word } of had) {
    if (wanted.delete(key(entity_id, word))) continue;
    await tx.deleteFrom('entity_words').where('entity_id', '=', entity_id).where('word', '=', word).execute();
  }
  for (const some of chunks([...wanted.values()])) await tx.insertInto('entity_words').values(some).execute();
}
