import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { LocalEntity } from '../model/reading.ts';
import { chunks } from './chunks.ts';
import { foldedName, type Known, linkTo } from './link.ts';
import type { Database } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * The ids of the entities these local ones are, in the same order; those not known yet are made. An id once given
 * stays: it is stored with the version, so an old edition knows whom it spoke of.
 */
export async function identify(tx: Database, locals: readonly LocalEntity[], at: Date): Promise<string[]> {
  const known = await knownAs(tx, [...new Set(locals.flatMap(namesOf))]);
  const made: Insertable<Tables['entities']>[] = [];
  const ids = locals.map((local) => {
    const found = linkTo(local, known);
    if (found) return found.id;
    const entity = { id: randomUUID(), type: local.type, name: local.name, folded: foldedName(local.name) };
    known.push({ id: entity.id, type: entity.type, name: entity.folded, aliases: [] });
    made.push({ ...entity, made_at: at.getTime(), articles: 0, quotes: 0, newest_at: 0 });
    return entity.id;
  });
  for (const some of chunks(made)) await tx.insertInto('entities').values(some).execute();
  return ids;
}

const namesOf = ({ name, aliases }: LocalEntity): string[] => [name, ...aliases].map(foldedName);

/** Whoever has one of these folded names as a name or an alias. */
async function knownAs(tx: Database, names: readonly string[]): Promise<Known[]> {
  const known = new Map<string, Known>();
  for (const some of chunks(names)) {
    const rows = await tx
      .selectFrom('entities')
      .leftJoin('entity_names', 'entity_names.entity_id', 'entities.id')
      .select(['id', 'type', 'entities.folded as name', 'entity_names.folded as alias'])
      .where((eb) =>
        eb.or([
          eb('entities.folded', 'in', some),
          eb('id', 'in', eb.selectFrom('entity_names').select('entity_id').where('folded', 'in', some)),
        ]),
      )
      .execute();
    for (const { id, type, name, alias } of rows) {
      const aliases = known.get(id)?.aliases ?? [];
      known.set(id, { id, type, name, aliases: alias === null ? aliases : [...aliases, alias] });
    }
  }
  return [...known.values()];
}
