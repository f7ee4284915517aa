import { nameKeys } from '../../base/same-name.ts';
import type { EntityType } from '../../model/reading.ts';
import type { StoredArticle } from '../articles/versions.ts';
import { chunks } from '../chunks.ts';
import type { Database } from '../store.ts';
import { foldedName } from './link.ts';
import { settle } from './settle.ts';

interface Form {
  readonly entity: string;
  readonly type: EntityType;
  readonly name: string;
  readonly folded: string;
  /** Whether the article gives it as the fullest. */
  readonly leads: boolean;
}

/** Counts the forms in which an article names its entities; a form that is new may become the entity's name. */
export async function addNames(tx: Database, stored: StoredArticle): Promise<void> {
  const forms = formsOf(stored);
  for (const some of chunks(forms)) {
    const rows = some.map(({ entity, type, name, folded, leads }) => ({
      entity_id: entity,
      name,
      folded,
      bare: nameKeys(type, name)[0]!,
      uses: 1,
      leads: leads ? 1 : 0,
    }));
    await tx
      .insertInto('entity_names')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['entity_id', 'folded']).doUpdateSet((eb) => ({
          uses: eb('entity_names.uses', '+', 1),
          leads: eb('entity_names.leads', '+', eb.ref('excluded.leads')),
        })),
      )
      .execute();
  }
  await settle(tx, entitiesOf(forms));
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
  const entities = entitiesOf(forms);
  for (const some of chunks(entities)) {
    await tx.deleteFrom('entity_names').where('entity_id', 'in', some).where('uses', '=', 0).execute();
  }
  await settle(tx, entities);
}

const entitiesOf = (forms: readonly Form[]): string[] => [...new Set(forms.map(({ entity }) => entity))];

/** Each form an article gives of each of its entities, once. */
function formsOf({ article, entities }: StoredArticle): Form[] {
  const forms = new Map<string, Form>();
  for (const [local, { name, type, aliases }] of article.reading.entities.entries()) {
    for (const each of [name, ...aliases]) {
      const form = { entity: entities[local]!, type, name: each, folded: foldedName(each), leads: each === name };
      const key = `${form.entity} ${form.folded}`;
      if (!forms.has(key) || form.leads) forms.set(key, form);
    }
  }
  return [...forms.values()];
}
