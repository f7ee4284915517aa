import { expect, test } from 'vitest';
import { articleById, articleByUrl, articlesAt, articlesOfStory } from '../../../src/store/articles/articles.ts';
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

  test('what came in after the question is no part of the answer', async () => {
    const store = await fresh();
    await keep(store, { id: 'known', story: 'ferry', hoursAgo: 9, seenHoursAgo: 5 });
    await keep(store, { id: 'late', story: 'ferry', hoursAgo: 8, seenHoursAgo: 1 });
    const asOf = hoursBefore(2);

    expect(ids(await articlesOfStory(store, 'ferry', asOf))).toEqual(['known']);
    expect(ids(await articlesOfStory(store, 'ferry', hoursBefore(1)))).toEqual(['known', 'late']);
  });
});
