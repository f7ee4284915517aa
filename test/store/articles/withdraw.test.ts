import { expect, test } from 'vitest';
import { articleById, articlesAt } from '../../../src/store/articles/articles.ts';
import { withdraw } from '../../../src/store/articles/keep.ts';
import { originsOf } from '../../../src/store/articles/origins.ts';
import { counts } from '../../../src/store/counts.ts';
import { namesLike } from '../../../src/store/entities/names-like.ts';
import { quotes } from '../../../src/store/quotes/quotes.ts';
import { search } from '../../../src/store/search/search.ts';
import { onEveryDatabase } from '../../support/databases.ts';
import { newestArticles } from '../../support/newest-articles.ts';
import { FERRY, keep, MONDAY } from '../sample.ts';

const ALL = { asOf: MONDAY, limit: 10 };

onEveryDatabase(({ fresh }) => {
  test('an article that its only origin no longer has leaves every list, but can still be shown', async () => {
    const store = await fresh();
    await keep(store, FERRY);
    await keep(store, { id: 'stays' });

    expect(await withdraw(store, 'file:news.txt', ['stays'], MONDAY)).toBe(1);

    expect((await newestArticles(store, 10, MONDAY)).map(({ id }) => id)).toEqual(['stays']);
    expect(await articleById(store, 'ferry')).toBeUndefined();
    expect((await search(store, { words: 'sandbank', ...ALL })).total).toBe(0);
    expect((await quotes(store, ALL)).total).toBe(0);
    expect(await namesLike(store, 'lind', 10)).toEqual([]);
    expect(await articlesAt(store, [{ article: 'ferry', version: 1 }])).toMatchObject([
      { title: 'Ferry runs aground' },
    ]);
  });

  test('an article that another origin has too stays', async () => {
    const store = await fresh();
    await keep(store, FERRY);
    await keep(store, { ...FERRY, origin: 'file:copy.txt' });

    expect(await withdraw(store, 'file:news.txt', [], MONDAY)).toBe(0);
    expect(await articleById(store, 'ferry')).toBeDefined();
    expect(await withdraw(store, 'file:copy.txt', [], MONDAY)).toBe(1);
    expect(await articleById(store, 'ferry')).toBeUndefined();
  });

  test('a withdrawn article that is seen again is back as it was', async () => {
    const store = await fresh();
    await keep(store, FERRY);
    const before = await counts(store, MONDAY);
    const [mara] = await namesLike(store, 'mara', 1);
    await withdraw(store, 'file:news.txt', [], MONDAY);

    expect(await keep(store, FERRY)).toBe('known');

    expect(await counts(store, MONDAY)).toEqual(before);
    expect(await namesLike(store, 'mara', 1)).toEqual([mara]);
    expect((await search(store, { words: 'sandbank', ...ALL })).total).toBe(1);
    expect((await articleById(store, 'ferry'))?.version).toBe(1);
  });

  test('a withdrawn article that comes back edited is listed in its new version', async () => {
    const store = await fresh();
    await keep(store, FERRY);
    await withdraw(store, 'file:news.txt', [], MONDAY);

    expect(await keep(store, { ...FERRY, title: 'Ferry refloated' })).toBe('changed');

    expect(await articleById(store, 'ferry')).toMatchObject({ version: 2, title: 'Ferry refloated' });
    expect(await counts(store, MONDAY)).toMatchObject({ articles: 1, quotes: 1, named: { person: 1 } });
  });

  test('the origins of a kind are those that still have articles', async () => {
    const store = await fresh();
    await keep(store, FERRY);
    await keep(store, { id: 'other', origin: 'file:b.txt' });
    await keep(store, { id: 'fed', origin: 'feed:1' });

    expect(await originsOf(store, 'file:')).toEqual(['file:b.txt', 'file:news.txt']);
    await withdraw(store, 'file:b.txt', [], MONDAY);
    expect(await originsOf(store, 'file:')).toEqual(['file:news.txt']);
  });
});
