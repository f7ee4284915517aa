import { datedAt } from '../../model/article.ts';
import type { StoredArticle } from '../articles/versions.ts';
import { chunks } from '../chunks.ts';
import type { Database } from '../store.ts';
import { addNames, removeNames } from './names.ts';

/** Writes down whom an article names, and by which names. */
export async function addMentions(tx: Database, stored: StoredArticle): Promise<void> {
  const { article } = stored;
  const rows = [...localsOf(stored)].map(([entity, locals]) => ({
    entity_id: entity,
    article_id: article.id,
    local: locals[0]!,
    times: locals.reduce((times, local) => times + article.reading.entities[local]!.mentions.length, 0),
    dated_at: datedAt(article).getTime(),
  }));
  for (const some of chunks(rows)) await tx.insertInto('mentions').values(some).execute();
  await count(tx, [...localsOf(stored).keys()], 1);
  await addNames(tx, stored);
}

export async function removeMentions(tx: Database, stored: StoredArticle): Promise<void> {
  await tx.deleteFrom('mentions').where('article_id', '=', stored.article.id).execute();
  await count(tx, [...localsOf(stored).keys()], -1);
  await removeNames(tx, stored);
}

/** The places in the reading of each entity: nearly always one. */
function localsOf({ entities }: StoredArticle): Map<string, number[]> {
  const locals = new Map<string, number[]>();
  for (const [local, id] of entities.entries()) locals.set(id, [...(locals.get(id) ?? []), local]);
  return locals;
}

async function count(tx: Database, ids: readonly string[], by: 1 | -1): Promise<void> {
  for (const some of chunks(ids)) {
    await tx
      .updateTable('entities')
      .set((eb) => ({
        articles: eb('articles', '+', by),
        newest_at: eb.fn.coalesce(
          eb
            .selectFrom('mentions')
            .select((mention) => mention.fn.max('mentions.dated_at').as('newest'))
            .whereRef('mentions.entity_id', '=', 'entities.id'),
          eb.lit(0),
        ),
      }))
      .where('id', 'in', some)
      .execute();
  }
}
