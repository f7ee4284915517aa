import { sql } from 'kysely';
import type { ReadArticle } from '../model/story.ts';
import { foldedName } from './link.ts';
import type { Store } from './store.ts';
import { loadArticles } from './versions.ts';

export interface Near {
  /** Of the people, organisations and places that the new article names. */
  readonly names: readonly string[];
  readonly around: Date;
  /** Milliseconds before and after. */
  readonly within: number;
  readonly limit: number;
}

/**
 * Listed articles of about the same time that name the same people, organisations and places: those that a new article
 * may tell one story with. The more they share the earlier they come, rarely named ones counting for more.
 */
export async function likeForStories({ read }: Store, near: Near): Promise<ReadArticle[]> {
  const names = [...new Set(near.names.map(foldedName))];
  if (names.length === 0) return [];
  const rows = await read
    .selectFrom('entity_names')
    .innerJoin('mentions', 'mentions.entity_id', 'entity_names.entity_id')
    .innerJoin('entities', 'entities.id', 'mentions.entity_id')
    .innerJoin('articles', 'articles.id', 'mentions.article_id')
    .select(['articles.id as article', 'articles.version'])
    .where('entity_names.folded', 'in', names)
    .where('mentions.dated_at', '>=', near.around.getTime() - near.within)
    .where('mentions.dated_at', '<=', near.around.getTime() + near.within)
    .groupBy(['articles.id', 'articles.version', 'articles.dated_at'])
    .orderBy((eb) => eb.fn.count('mentions.entity_id').distinct(), 'desc')
    .orderBy(sql`sum(1.0 / entities.articles)`, 'desc')
    .orderBy('articles.dated_at', 'desc')
    .orderBy('articles.id')
    .limit(near.limit)
    .execute();
  return loadArticles(read, rows);
}
