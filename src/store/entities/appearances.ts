import type { Companion } from '../../model/briefing.ts';
import type { ArticleReference } from '../../model/edition.ts';
import type { Entity } from '../../model/entity.ts';
import type { ReadArticle } from '../../model/story.ts';
import { loadArticles, loadVersions } from '../articles/versions.ts';
import { shown } from '../scoped.ts';
import type { Store } from '../store.ts';
import { entityColumns, withAliases } from './entities.ts';

/** Companions are looked for in an entity's newest articles only: a country is named in nearly all. */
const LOOKED_AT = 500;

/** An article that names an entity, and the entity's place in its `Reading.entities`. */
export interface Appearance {
  readonly article: ReadArticle;
  readonly local: number;
}

interface Wish {
  /** Articles first seen later are left out. */
  readonly asOf: Date;
  readonly limit: number;
}

/** Newest first; `total` counts them all. */
export async function appearances(
  { read }: Store,
  entity: string,
  { asOf, limit }: Wish,
): Promise<{ appearances: Appearance[]; total: number }> {
  const some = read
    .selectFrom('mentions')
    .innerJoin('articles', 'articles.id', 'mentions.article_id')
    .where('entity_id', '=', entity)
    .where('first_seen', '<=', asOf.getTime());
  const { total } = await some.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await some
    .select(['articles.id as article', 'version', 'local'])
    .orderBy('mentions.dated_at', 'desc')
    .orderBy('mentions.article_id', 'desc')
    .limit(limit)
    .execute();
  const articles = await loadArticles(read, rows);
  return { appearances: articles.map((article, index) => ({ article, local: rows[index]!.local })), total };
}

/** The ids of the articles of these dates that name an entity. */
export async function articlesNaming(
  { read }: Store,
  entity: string,
  { since, asOf }: { readonly since?: Date | undefined; readonly asOf: Date },
): Promise<string[]> {
  const rows = await read
    .selectFrom('mentions')
    .select('article_id')
    .where('entity_id', '=', entity)
    .where('dated_at', '<=', asOf.getTime())
    .$if(since !== undefined, (some) => some.where('dated_at', '>=', since?.getTime() ?? 0))
    .execute();
  return rows.map((row) => row.article_id);
}

/** The ids of the articles of these dates that name somebody or something a member follows in a server. */
export async function articlesFollowedIn(
  { read }: Store,
  guild: string,
  { since, asOf }: { readonly since?: Date | undefined; readonly asOf: Date },
): Promise<Set<string>> {
  const rows = await read
    .selectFrom('follows')
    .innerJoin('mentions', 'mentions.entity_id', 'follows.entity')
    .select('article_id')
    .distinct()
    .where('follows.guild', '=', guild)
    .where('dated_at', '<=', asOf.getTime())
    .$if(since !== undefined, (some) => some.where('dated_at', '>=', since?.getTime() ?? 0))
    .execute();
  return new Set(rows.map((row) => row.article_id));
}

/** Whom one version of an article names, by their place in its `Reading.entities`. */
export async function entitiesOfArticle(
  store: Store,
  reference: ArticleReference,
): Promise<ReadonlyMap<number, Entity>> {
  const [stored] = await loadVersions(shown(store), [reference]);
  const ids = stored?.entities ?? [];
  if (ids.length === 0) return new Map();
  const rows = await store.read
    .selectFrom('entities')
    .select(entityColumns)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  const entities = new Map((await withAliases(store.read, rows)).map((entity) => [entity.id, entity]));
  return new Map(ids.map((id, local) => [local, entities.get(id)!]));
}

/** Who else appears in the articles that name this entity, the most often first. */
export async function companions({ read }: Store, entity: string, limit: number): Promise<Companion[]> {
  const rows = await read
    .selectFrom((eb) =>
      eb
        .selectFrom('mentions')
        .select('article_id')
        .where('entity_id', '=', entity)
        .orderBy('dated_at', 'desc')
        .limit(LOOKED_AT)
        .as('own'),
    )
    .innerJoin('mentions', 'mentions.article_id', 'own.article_id')
    .innerJoin('entities', 'entities.id', 'mentions.entity_id')
    .select(entityColumns)
    .select((eb) => eb.fn.countAll<number>().as('together'))
    .where('entities.id', '<>', entity)
    .groupBy(entityColumns)
    .orderBy('together', 'desc')
    .orderBy((eb) => eb.fn.max('mentions.dated_at'), 'desc')
    .orderBy('entities.folded')
    .limit(limit)
    .execute();
  const entities = await withAliases(read, rows);
  return entities.map((each, index) => ({ entity: each, articles: rows[index]!.together }));
}
