import { expect, test } from 'vitest';
import { takeIn } from '../../src/app/ingest/ingest.ts';
import { readHere } from '../../src/app/threads/reader.ts';
import { silentLog } from '../../src/base/log.ts';
import { found } from '../../src/intake/found.ts';
import { outlinesIn } from '../../src/store/articles/outlines.ts';
import { titlesLike } from '../../src/store/articles/titles.ts';
import { counts } from '../../src/store/counts.ts';
import { appearances } from '../../src/store/entities/appearances.ts';
import { findEntities } from '../../src/store/entities/find-entities.ts';
import { chooseFeed, feedsDown, feedsOf, unchooseFeed } from '../../src/store/feeds/audiences.ts';
import { addFeed, feedById, setCommonFeeds, settleFeed } from '../../src/store/feeds/feeds.ts';
import { quotes } from '../../src/store/quotes/quotes.ts';
import { scopedTo } from '../../src/store/scoped.ts';
import { search } from '../../src/store/search/search.ts';
import type { Store } from '../../src/store/store.ts';
import { onEveryDatabase } from '../support/databases.ts';
import { newestArticles } from '../support/newest-articles.ts';
import { BRIDGE, FERRY, FERRY_AGAIN } from '../support/news.ts';
import { handClock, MONDAY } from '../support/newsroom.ts';

const [HOME, ELSEWHERE] = ['10', '20'];
const reader = readHere();

onEveryDatabase(({ fresh }) => {
  const clock = handClock();
  const now = MONDAY;

  /** FERRY from a file, BRIDGE from a common feed, FERRY_AGAIN from a feed that only HOME reads. */
  async function newsFromThree(): Promise<{ store: Store; common: string; own: string }> {
    const store = await fresh();
    await setCommonFeeds(store, [{ url: 'https://common.example/rss' }], now);
    const common = (await feedsOf(store, undefined))[0]!.id;
    const own = await addFeed(store, { url: 'https://own.example/rss' }, now);
    await chooseFeed(store, { guild: HOME, feed: own, madeBy: '1', now }, true);
    const take = (origin: string, draft: typeof FERRY) =>
      takeIn({ store, reader, clock, log: silentLog }, { origin, articles: [found(draft).article] });
    await take('file:a.json', FERRY);
    await take(`feed:${common}`, BRIDGE);
    await take(`feed:${own}`, FERRY_AGAIN);
    return { store, common, own };
  }

  const titles = async (store: Store, guild?: string) =>
    (await newestArticles(scopedTo(store, guild), 10, now)).map(({ title }) => title).toSorted();

  test('a server sees files, common feeds and its own; another server and a direct message never see its own', async () => {
    const { store } = await newsFromThree();

    expect(await titles(store, HOME)).toEqual([BRIDGE, FERRY_AGAIN, FERRY].map(({ title }) => title).toSorted());
    expect(await titles(store, ELSEWHERE)).toEqual([BRIDGE, FERRY].map(({ title }) => title).toSorted());
    expect(await titles(store)).toEqual([BRIDGE, FERRY].map(({ title }) => title).toSorted());
  });

  test('it holds for everything that can be asked', async () => {
    const { store } = await newsFromThree();
    const askedBy = async (guild: string) => {
      const scoped = scopedTo(store, guild);
      const [jonas] = (await findEntities(store, 'Jonas Lie')).entities;
      const wish = { asOf: now, limit: 10 };
      return {
        window: (await outlinesIn(scoped, { to: now })).length,
        search: (await search(scoped, { words: 'protested', ...wish })).total,
        quotes: (await quotes(scoped, { about: 'asked', ...wish })).total,
        titles: (await titlesLike(scoped, 'Commuters', 10, now)).length,
        appearances: (await appearances(scoped, jonas!.id, { asOf: now, limit: 10 })).total,
        counted: (await counts(scoped, now)).articles,
      };
    };

    expect(await askedBy(HOME)).toEqual({ window: 3, search: 1, quotes: 1, titles: 1, appearances: 1, counted: 3 });
    expect(await askedBy(ELSEWHERE)).toEqual({
      window: 2,
      search: 0,
      quotes: 0,
      titles: 0,
      appearances: 0,
      counted: 2,
    });
  });

  test('a server may opt out of a common feed and come back', async () => {
    const { store, common } = await newsFromThree();

    await chooseFeed(store, { guild: ELSEWHERE, feed: common, madeBy: '1', now }, false);
    expect(await titles(store, ELSEWHERE)).toEqual([FERRY.title]);
    expect((await feedsOf(store, ELSEWHERE)).length).toBe(0);
    expect((await titles(store, HOME)).length).toBe(3);

    await unchooseFeed(store, ELSEWHERE, common);
    expect((await titles(store, ELSEWHERE)).length).toBe(2);
  });

  test('an article that a common feed or a file brings too is for all', async () => {
    const { store, common } = await newsFromThree();
    await takeIn(
      { store, reader, clock, log: silentLog },
      { origin: `feed:${common}`, articles: [FERRY_AGAIN, BRIDGE].map((draft) => found(draft).article) },
    );

    expect((await titles(store, ELSEWHERE)).length).toBe(3);
  });

  test('feeds that give nothing are named to those who read them, since when', async () => {
    const { store, own } = await newsFromThree();
    const feed = (await feedById(store, own))!;
    const failing = { ...feed, failingSince: now, reason: 'it is not there (status 404)' };
    await settleFeed(store, { ...failing, failures: 1 });
    expect(await feedsDown(store, HOME)).toEqual([]);

    await settleFeed(store, { ...failing, failures: 2 });
    expect(await feedsDown(store, HOME)).toMatchObject([{ id: own, failingSince: now, failures: 2 }]);
    expect(await feedsDown(store, ELSEWHERE)).toEqual([]);
  });
});
