import { type ArticleReference, referenceKey } from '../../model/edition.ts';
import type { ListedArticle } from '../../model/story.ts';
import { chunks } from '../chunks.ts';
import { shown } from '../scoped.ts';
import type { Store } from '../store.ts';

/** What a list says of these versions, withdrawn articles too, by `article@version`: no text is loaded. */
export async function listedArticles(
  store: Store,
  references: readonly ArticleReference[],
): Promise<Map<string, ListedArticle>> {
  const found = new Map<string, ListedArticle>();
  for (const some of chunks(references)) {
    const rows = await shown(store)
      .selectFrom('versions')
      .innerJoin('articles', 'articles.id', 'versions.article_id')
      .select([
        'article_id',
        'versions.version',
        'versions.title',
        'versions.url',
        'versions.outlet',
        'versions.author',
      ])
      .select(['versions.language', 'published_at', 'articles.first_seen', 'articles.story_id'])
      .where('article_id', 'in', [...new Set(some.map(({ article }) => article))])
      .where('versions.version', 'in', [...new Set(some.map(({ version }) => version))])
      .execute();
    for (const row of rows) {
      found.set(referenceKey({ article: row.article_id, version: row.version }), {
        id: row.article_id,
        version: row.version,
        title: row.title,
        ...(row.url !== null && { url: row.url }),
        ...(row.outlet !== null && { outlet: row.outlet }),
        ...(row.author !== null && { author: row.author }),
        ...(row.language !== null && { language: row.language }),
        ...(row.published_at !== null && { publishedAt: new Date(row.published_at) }),
        firstSeen: new Date(row.first_seen),
        storyId: row.story_id,
      });
    }
  }
  return found;
}
