import type { Selectable } from 'kysely';
import { type ArticleReference, referenceKey } from '../../model/edition.ts';
import type { ReadArticle } from '../../model/story.ts';
import { chunks } from '../chunks.ts';
import type { Database } from '../store.ts';
import type { Tables } from '../tables.ts';
import { parseReading } from './stored-reading.ts';

/** One version of an article as it is stored, with what listing it needs. */
export interface StoredArticle {
  /** What the word index knows it by. */
  readonly number: number;
  readonly article: ReadArticle;
  /** Entity ids, at the places of `Reading.entities`. */
  readonly entities: readonly string[];
}

type Row = Selectable<Tables['versions']> & { number: number; first_seen: number; story_id: string };

/** These versions, in this order, withdrawn articles too. What does not exist is left out. */
export async function loadVersions(db: Database, references: readonly ArticleReference[]): Promise<StoredArticle[]> {
  const found = new Map<string, StoredArticle>();
  for (const some of chunks(references)) {
    const rows = await db
      .selectFrom('versions')
      .innerJoin('articles', 'articles.id', 'versions.article_id')
      .selectAll('versions')
      .select(['articles.number', 'articles.first_seen', 'articles.story_id'])
      .where('versions.article_id', 'in', [...new Set(some.map(({ article }) => article))])
      .where('versions.version', 'in', [...new Set(some.map(({ version }) => version))])
      .execute();
    for (const row of rows) {
      found.set(referenceKey({ article: row.article_id, version: row.version }), stored(row));
    }
  }
  return references.map((reference) => found.get(referenceKey(reference))).filter((each) => each !== undefined);
}

/** The same, without what only listing needs. */
export async function loadArticles(db: Database, references: readonly ArticleReference[]): Promise<ReadArticle[]> {
  return (await loadVersions(db, references)).map(({ article }) => article);
}

function stored(row: Row): StoredArticle {
  const { reading, captions, entities } = parseReading(row);
  const article: ReadArticle = {
    id: row.article_id,
    version: row.version,
    title: row.title,
    text: row.text,
    ...(row.url !== null && { url: row.url }),
    ...(row.outlet !== null && { outlet: row.outlet }),
    ...(row.author !== null && { author: row.author }),
    ...(row.language !== null && { language: row.language }),
    ...(row.published_at !== null && { publishedAt: new Date(row.published_at) }),
    ...(captions.length > 0 && { captions }),
    ...(row.excerpt === 1 && { excerpt: true }),
    firstSeen: new Date(row.first_seen),
    storyId: row.story_id,
    reading,
  };
  return { number: row.number, article, entities };
}
