import { UserError } from '../../base/errors.ts';
import { fold } from '../../base/fold.ts';
import { articleId } from '../../intake/identity.ts';
import type { Edition } from '../../model/edition.ts';
import type { Fate, RefusedFate } from '../../model/fate.ts';
import type { ReadArticle } from '../../model/story.ts';
import { articleById, articleByUrl, articlesOfStory } from '../../store/articles/articles.ts';
import { storiesOf } from '../../store/articles/outlines.ts';
import { refusedOf } from '../../store/articles/refusals.ts';
import { articleByTitle, titlesLike } from '../../store/articles/titles.ts';
import { lastEdition } from '../../store/editions.ts';
import { feedById } from '../../store/feeds/feeds.ts';
import type { Store } from '../../store/store.ts';

/** What happened to the article of a link or title, up to the last edition of a scope. @throws UserError where none is known */
export async function fateOf(store: Store, typed: string, scope: string, asOf: Date): Promise<Fate | RefusedFate> {
  const wanted = typed.trim();
  // Autocomplete offers a long title under the name of its story, which is its first article's.
  const named = wanted.startsWith('#') ? await articleById(store, wanted.slice(1)) : undefined;
  const exact = named ?? (await articleByUrl(store, wanted)) ?? (await articleByTitle(store, wanted));
  const refused = exact ? undefined : await refusedFate(store, wanted);
  if (refused) return refused;
  const article = exact ?? (await articleLike(store, wanted, asOf));
  if (!article) {
    throw new UserError(
      `No file or feed that is read here has brought an article of the link or title “${wanted.slice(0, 100)}” in the last 30 days. Try /search with words of it.`,
    );
  }
  const page = article.excerpt ? await refusedOf(store, { id: article.id }) : undefined;
  const story = await articlesOfStory(store, article.storyId, asOf);
  const edition = await lastEdition(store, scope);
  const isShown = ({ story, sources }: Edition['entries'][number]) =>
    story === article.storyId || sources.some((source) => source.article === article.id);
  const place = edition?.entries.findIndex(isShown) ?? -1;
  // A story that was left out may have another name today: that of the story its first article is in.
  const names = await storiesOf(store, edition?.leftOut.map((each) => each.story) ?? []);
  const left = edition?.leftOut.find((each) => names.get(each.story) === article.storyId);
  return {
    article,
    ...(page?.step === 'page' && { page }),
    story,
    ...(edition && { edition }),
    ...(place >= 0 && { shownAt: place + 1 }),
    ...(left && { leftOut: left }),
  };
}

async function refusedFate(store: Store, wanted: string): Promise<RefusedFate | undefined> {
  const refused = await refusedOf(store, { id: articleId({ url: wanted, title: wanted, text: '' }), title: wanted });
  if (!refused) return undefined;
  const [, kind, name = ''] = /^(\w+):(.*)$/s.exec(refused.origin) ?? [];
  const feed = kind === 'feed' ? await feedById(store, name) : undefined;
  return { refused, from: feed ? (feed.title ?? feed.url) : name };
}

/** The newest article whose title has words that begin so. */
async function articleLike(store: Store, wanted: string, asOf: Date): Promise<ReadArticle | undefined> {
  const [like] = fold(wanted) === '' ? [] : await titlesLike(store, wanted, 1, asOf);
  return like && articleById(store, like.id);
}
