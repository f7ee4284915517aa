import { UserError } from '../base/errors.ts';
import type { Fate } from '../model/fate.ts';
import { articleById, articleByUrl, articlesOfStory } from '../store/articles.ts';
import { lastEdition } from '../store/editions.ts';
import type { Store } from '../store/store.ts';
import { articleByTitle } from '../store/titles.ts';

/** What happened to the article of a link or title, up to the last edition of a scope. @throws UserError where none is known */
export async function fateOf(store: Store, typed: string, scope: string, asOf: Date): Promise<Fate> {
  const wanted = typed.trim();
  // Autocomplete offers a long title under the name of its story, which is its first article's.
  const named = wanted.startsWith('#') ? await articleById(store, wanted.slice(1)) : undefined;
  const article = named ?? (await articleByUrl(store, wanted)) ?? (await articleByTitle(store, wanted));
  if (!article) {
    throw new UserError(
      `No article of the link or title “${wanted.slice(0, 100)}” has been read: no file or feed has brought it, or it could not be read and the log says why. Try /search with words of it.`,
    );
  }
  const story = await articlesOfStory(store, article.storyId, asOf);
  const edition = await lastEdition(store, scope);
  const place = edition?.entries.findIndex((entry) => entry.story === article.storyId) ?? -1;
  const left = edition?.leftOut.find((each) => each.story === article.storyId);
  return {
    article,
    story,
    ...(edition && { edition }),
    ...(place >= 0 && { shownAt: place + 1 }),
    ...(left && { leftOut: left }),
  };
}
