import type { Entity } from '../../model/entity.ts';
import type { EntityType } from '../../model/reading.ts';
import { chunks } from '../chunks.ts';
import type { Database, Store } from '../store.ts';

/** What an entity is listed by. */
export const entityColumns = ['entities.id', 'entities.name', 'entities.type', 'entities.folded'] as const;

export interface EntityRow {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly folded: string;
}

/** The entities that some listed article names, the most likely first: named in the most articles, then most lately. */
export const mostNamed = (db: Database) =>
  db
    .selectFrom('entities')
    .select(entityColumns)
    .where('articles', '>', 0)
    .orderBy('articles', 'desc')
    .orderBy('newest_at', 'desc')
    .orderBy('folded')
    .orderBy('type');

export type EntityQuery = ReturnType<typeof mostNamed>;

/** These rows with every other form their names take, in the same order. */
export async function withAliases(db: Database, rows: readonly EntityRow[]): Promise<Entity[]> {
  const aliases = new Map<string, string[]>(rows.map(({ id }) => [id, []]));
  for (const some of chunks(rows)) {
    const names = await db
      .selectFrom('entity_names')
      .innerJoin('entities', 'entities.id', 'entity_names.entity_id')
      .select(['entity_id', 'entity_names.name'])
      .where(
        'entity_id',
        'in',
        some.map(({ id }) => id),
      )
      .whereRef('entity_names.folded', '<>', 'entities.folded')
      .orderBy('uses', 'desc')
      .orderBy('entity_names.folded')
      .execute();
    for (const { entity_id, name } of names) aliases.get(entity_id)?.push(name);
  }
  return rows.map(({ id, name, type }) => ({ id, name, type, aliases: aliases.get(id) ?? [] }));
}

/** Also one that no listed article names any more: old editions may. */
export async function entityById({ read }: Store, id: string): Promise<Entity | undefined> {
  const rows = await read.selectFrom('entities').select(entityColumns).where('id', '=', id).execute();
  return (await withAliases(read, rows))[0];
}
