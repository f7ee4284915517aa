import type { ArticleReference } from '../../model/edition.ts';
import type { ReadArticle } from '../../model/story.ts';
import { shown } from '../scoped.ts';
import type { Store } from '../store.ts';
import { listed, newestFirst, seenBy } from './listed.ts';
import { loadArticles } from './versions.ts';

/** These versions, in this order, withdrawn articles too; what does not exist is left out. */
export const articlesAt = (store: Store, references: readonly ArticleReference[]): Promise<ReadArticle[]> =>
  loadArticles(shown(store), references);

/** The current version of an article; none where it is unknown or withdrawn. */
export async function articleById({ read }: Store, id: string): Promise<ReadArticle | undefined> {
  const rows = await listed(read).where('id', '=', id).execute();
  return (await loadArticles(read, rows))[0];
}

/** The newest listed article with exactly this URL. */
export async function articleByUrl({ read }: Store, url: string): Promise<ReadArticle | undefined> {
  const rows = await newestFirst(listed(read).where('url', '=', url))
    .limit(1)
    .execute();
  return (await loadArticles(read, rows))[0];
}

/** Oldest first. */
export async function articlesOfStory({ read }: Store, storyId: string, asOf: Date): Promise<ReadArticle[]> {
  const rows = await seenBy(listed(read), asOf)
    .where('story_id', '=', storyId)
    .orderBy('dated_at')
    .orderBy('id')
    .execute();
  return loadArticles(read, rows);
}
