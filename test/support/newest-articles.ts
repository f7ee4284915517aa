import type { ReadArticle } from '../../src/model/story.ts';
import { articleById } from '../../src/store/articles/articles.ts';
import { titlesLike } from '../../src/store/articles/titles.ts';
import type { Store } from '../../src/store/store.ts';

/** What is stored and listed, newest first. */
export async function newestArticles(store: Store, limit: number, asOf: Date): Promise<ReadArticle[]> {
  const titles = await titlesLike(store, '', limit, asOf);
  const articles = await Promise.all(titles.map(({ id }) => articleById(store, id)));
  return articles.filter((article) => article !== undefined);
}
