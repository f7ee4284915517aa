import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import { nameKeys } from '../../base/same-name.ts';
import type { LocalEntity } from '../../model/reading.ts';
import { chunks } from '../chunks.ts';
import type { Database } from '../store.ts';
import type { Tables } from '../tables.ts';
import { foldedName, type Known, linkTo } from './link.ts';

/**
 * The ids of the entities these local ones are, in the same order; those not known yet are made. An id once given
 * stays: it is stored with the version, so an old edition knows whom it spoke of.
 */
export async function identify(tx: Database, locals: readonly LocalEntity[], at: Date): Promise<string[]> {
  const known = await knownAs(tx, locals);
  const made: Insertable<Tables['entities']>[] = [];
  const ids = locals.map((local) => {
    const found = linkTo(local, known);
    if (found) return found.id;
    const entity = { id: randomUUID(), type: local.type, name: local.name, folded: foldedName(local.name) };
    known.push({
      id: entity.id,
      type: entity.type,
      name: entity.folded,
      aliases: [],
      keys: nameKeys(local.type, local.name),
    });
    made.push({ ...entity, made_at: at.getTime(), articles: 0, quotes: 0, newest_at: 0 });
    return entity.id;
  });
  for (const some of chunks(made)) await tx.insertInto('entities').values(some).execute();
  return ids;
}

/** Whoever has one of their names, or one that may be a spelling of it, as a name or an alias. */
async function knownAs(tx: Database, locals: readonly LocalEntity[]): Promise<Known[]> {
  const names = new Set(locals.flatMap(({ name, aliases }) => [name, ...aliases].map(foldedName)));
  const keys = new Set(locals.flatMap(({ type, name }) => nameKeys(type, name)));
  const ids = new Set<string>();
  for (const some of chunks([...names])) {
    const rows = await tx.selectFrom('entities').select('id').where('folded', 'in', some).execute();
    for (const { id } of rows) ids.add(id);
  }
  for (const [column, values] of [
    ['folded', names],
    ['bare', keys],
  ] as const) {
    for (const some of chunks([...values])) {
      const rows = await tx.selectFrom('entity_names').select('entity_id').where(column, 'in', some).execute();
      for (const { entity_id } of rows) ids.add(entity_id);
    }
  }
  return knownById(tx, [...ids]);
}

async function knownById(tx: Database, ids: readonly string[]): Promise<Known[]> {
  const known = new Map<string, Known>();
  for (const some of chunks(ids)) {
    const rows = await tx
      .selectFrom('entities')
      .leftJoin('entity_names', 'entity_names.entity_id', 'entities.id')
      .select(['id', 'type', 'entities.folded as name', 'entity_names.folded as alias', 'bare'])
      .where('id', 'in', some)
      .execute();
    for (const { id, type, name, alias, bare } of rows) {
      const { aliases, keys } = known.get(id) ?? { aliases: [], keys: nameKeys(type, name) };
      known.set(id, {
        id,
        type,
        name,
        aliases: alias === null ? aliases : [...aliases, alias],
        keys: bare === null ? keys : [...keys, bare],
      });
    }
  }
  return [...known.values()];
}
