import { chunks } from './chunks.ts';
import { bareWords, foldedName, fullest } from './link.ts';
import type { Database } from './store.ts';
import type { StoredArticle } from './versions.ts';

interface Form {
  readonly entity: string;
  readonly name: string;
  readonly folded: string;
  /** Whether the article gives it as the fullest. */
  readonly leads: boolean;
}

/** Counts the forms in which an article names its entities; a form that is new may become the entity's name. */
export async function addNames(tx: Database, stored: StoredArticle): Promise<void> {
  const forms = formsOf(stored);
  for (const some of chunks(forms)) {
    await tx
      .insertInto('entity_names')
      .values(
        some.map(({ entity, name, folded, leads }) => ({
          entity_id: entity,
          name,
          folded,
          bare: bareWords(folded).join(''),
          uses: 1,
          leads: leads ? 1 : 0,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['entity_id', 'folded']).doUpdateSet((eb) => ({
          uses: eb('entity_names.uses', '+', 1),
          leads: eb('entity_names.leads', '+', eb.ref('excluded.leads')),
        })),
      )
      .execute();
  }
  for (const entity of new Set(forms.map((form) => form.entity))) await settle(tx, entity);
}

/** A form that no listed article gives any more is forgotten. */
export async function removeNames(tx: Database, stored: StoredArticle): Promise<void> {
  const forms = formsOf(stored);
  for (const { entity, folded, leads } of forms) {
    await tx
      .updateTable('entity_names')
      .set((eb) => ({ uses: eb('uses', '-', 1), leads: eb('leads', '-', leads ? 1 : 0) }))
      .where('entity_id', '=', entity)
      .where('folded', '=', folded)
      .execute();
  }
  for (const entity of new Set(forms.map((form) => form.entity))) {
    await tx.deleteFrom('entity_names').where('entity_id', '=', entity).where('uses', '=', 0).execute();
    await settle(tx, entity);
  }
}

/** Each form an article gives of each of its entities, once. */
function formsOf({ article, entities }: StoredArticle): Form[] {
  const forms = new Map<string, Form>();
  for (const [local, { name, aliases }] of article.reading.entities.entries()) {
    for (const each of [name, ...aliases]) {
      const form = { entity: entities[local]!, name: each, folded: foldedName(each), leads: each === name };
      const key = `${form.entity} ${form.folded}`;
      if (!forms.has(key) || form.leads) forms.set(key, form);
    }
  }
  return [...forms.values()];
}

/** The name an entity goes by, and the words it is found by, follow from the forms in use. */
async function settle(tx: Database, entity: string): Promise<void> {
  const names = await tx
    .selectFrom('entity_names')
    .select(['name', 'folded', 'leads'])
    .where('entity_id', '=', entity)
    .orderBy('folded')
    .execute();
  const name = fullest(names);
  if (name) await rename(tx, entity, name);

  const words = new Set(names.flatMap(({ folded }) => folded.split(' ')));
  const had = await tx.selectFrom('entity_words').select('word').where('entity_id', '=', entity).execute();
  const gone = had.map(({ word }) => word).filter((word) => !words.has(word));
  const added = [...words].filter((word) => !had.some((row) => row.word === word));
  if (gone.length > 0) {
    await tx.deleteFrom('entity_words').where('entity_id', '=', entity).where('word', 'in', gone).execute();
  }
  if (added.length > 0) {
    const rows = added.map((word) => ({ word, letters: [...word].length, entity_id: entity }));
    await tx.insertInto('entity_words').values(rows).execute();
  }
}

/** Unless somebody else of its type goes by that name already. */
async function rename(tx: Database, id: string, { name, folded }: { name: string; folded: string }): Promise<void> {
  const entity = await tx
    .selectFrom('entities')
    .select(['type', 'folded'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (entity.folded === folded) return;
  const taken = await tx
    .selectFrom('entities')
    .select('id')
    .where('folded', '=', folded)
    .where('type', '=', entity.type)
    .executeTakeFirst();
  if (!taken) await tx.updateTable('entities').set({ name, folded }).where('id', '=', id).execute();
}
