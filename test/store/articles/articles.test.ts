import { expect, test } from 'vitest';
import {
  articleById,
  articleByUrl,
  articlesAt,
  articlesBetween,
  articlesOfStory,
  newestArticles,
} from '../../../src/store/articles/articles.ts';
import { onEveryDatabase } from '../../support/databases.ts';
import { hoursBefore, keep, MONDAY } from '../sample.ts';

const ids = (articles: readonly { readonly id: string }[]) => articles.map(({ id }) => id);

onEveryDatabase(({ fresh }) => {
  test('articles come in the order they are asked for, without those that do not exist', async () => {
    const store = await fresh();
    for (const id of ['a', 'b', 'c']) await keep(store, { id });

    const found = await articlesAt(store, [
      { article: 'c', version: 1 },
      { article: 'b', version: 2 },
      { article: 'a', version: 1 },
      { article: 'x', version: 1 },
    ]);

    expect(ids(found)).toEqual(['c', 'a']);
  });

  test('an article is found by its URL, or not at all', async () => {
    const store = await fresh();
    await keep(store, { id: 'a', url: 'https://coast.example/a' });

    expect((await articleByUrl(store, 'https://coast.example/a'))?.id).toBe('a');
    expect(await articleByUrl(store, 'https://coast.example/b')).toBeUndefined();
    expect(await articleById(store, 'b')).toBeUndefined();
  });

  test('a story lists its articles, the oldest first', async () => {
    const store = await fresh();
    await keep(store, { id: 'second', story: 'ferry', hoursAgo: 2 });
    await keep(store, { id: 'first', story: 'ferry', hoursAgo: 8 });
    await keep(store, { id: 'other', story: 'rail', hoursAgo: 4 });

    expect(ids(await articlesOfStory(store, 'ferry', MONDAY))).toEqual(['first', 'second']);
  });

  test('of two windows that meet, every article is in one', async () => {
    const store = await fresh();
    for (const hoursAgo of [4, 3, 2, 1]) await keep(store, { id: `${hoursAgo}h`, hoursAgo });
    const between = (from: Date | undefined, to: Date) =>
      articlesBetween(store, { from, to, asOf: MONDAY, limit: 10 }).then(ids);

    expect(await between(undefined, hoursBefore(3))).toEqual(['3h', '4h']);
    expect(await between(hoursBefore(3), hoursBefore(1))).toEqual(['1h', '2h']);
    expect(await between(hoursBefore(1), MONDAY)).toEqual([]);
  });

  test('no more than asked for, the newest', async () => {
    const store = await fresh();
    for (const hoursAgo of [4, 3, 2, 1]) await keep(store, { id: `${hoursAgo}h`, hoursAgo });

    expect(ids(await newestArticles(store, 2, MONDAY))).toEqual(['1h', '2h']);
    expect(ids(await articlesBetween(store, { to: MONDAY, asOf: MONDAY, limit: 1 }))).toEqual(['1h']);
  });

  test('what came in after the question is no part of the answer', async () => {
    const store = await fresh();
    await keep(store, { id: 'known', story: 'ferry', hoursAgo: 9, seenHoursAgo: 5 });
    await keep(store, { id: 'late', story: 'ferry', hoursAgo: 8, seenHoursAgo: 1 });
    const asOf = hoursBefore(2);

    expect(ids(await newestArticles(store, 10, asOf))).toEqual(['known']);
    expect(ids(await articlesOfStory(store, 'ferry', asOf))).toEqual(['known']);
    expect(ids(await articlesBetween(store, { to: MONDAY, asOf, limit: 10 }))).toEqual(['known']);
    expect(ids(await newestArticles(store, 10, hoursBefore(1)))).toEqual(['late', 'known']);
  });
});
