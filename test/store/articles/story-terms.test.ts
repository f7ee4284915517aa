import { expect, test } from 'vitest';
import { keepArticle } from '../../../src/store/articles/keep.ts';
import { commonnessOf, membersOf, nearInTerms } from '../../../src/store/articles/story-terms.ts';
import type { Store } from '../../../src/store/store.ts';
import { onEveryDatabase } from '../../support/databases.ts';
import { hoursBefore, MONDAY, takenFrom } from '../sample.ts';

const keep = (
  store: Store,
  id: string,
  terms: readonly number[],
  { hoursAgo = 1, moves = {} as Record<string, string> } = {},
) =>
  keepArticle(store, {
    ...takenFrom({ id, hoursAgo }),
    placed: {
      terms: new Map(terms.map((term) => [term, 1.5])),
      telling: terms,
      copyOf: id,
      moves: new Map(Object.entries(moves)),
    },
  });

const near = (store: Store, terms: readonly number[], around = MONDAY) =>
  nearInTerms(store, { terms, around, within: 24 * 3_600_000, limit: 10 });

onEveryDatabase(({ fresh }) => {
  test('it is known how many articles hold a term, also a negative one', async () => {
    const store = await fresh();
    await keep(store, 'ferry', [7, -8]);
    await keep(store, 'bridge', [7, 9]);

    const { articles, holders } = await commonnessOf(store, [7, -8, 10]);

    expect([articles, holders(7), holders(-8), holders(10)]).toEqual([2, 2, 1, 0]);
  });

  test('articles of about the time that share the most terms come first, with what they are compared by', async () => {
    const store = await fresh();
    await keep(store, 'one', [1, 5, 6]);
    await keep(store, 'two', [1, 2, 6]);
    await keep(store, 'other', [8, 9]);
    await keep(store, 'old', [1, 2, 3], { hoursAgo: 40 });

    const found = await near(store, [1, 2, 3]);

    expect(found.map(({ id }) => id)).toEqual(['two', 'one']);
    expect(found[0]).toMatchObject({ storyId: 'two', copyOf: 'two', datedAt: hoursBefore(1) });
    expect([...found[0]!.terms]).toEqual([
      [1, 1.5],
      [2, 1.5],
      [6, 1.5],
    ]);
    expect(await near(store, [])).toEqual([]);
  });

  test('a changed article is found by its new terms only, and is counted once', async () => {
    const store = await fresh();
    await keep(store, 'ferry', [1, 2]);
    const changed = takenFrom({ id: 'ferry', title: 'Ferry line saved', hoursAgo: 1 });
    await keepArticle(store, {
      ...changed,
      placed: { terms: new Map([[3, 1]]), telling: [3], copyOf: 'ferry', moves: new Map() },
    });

    expect(await near(store, [1, 2])).toEqual([]);
    expect((await near(store, [3])).map(({ id }) => id)).toEqual(['ferry']);
    expect((await commonnessOf(store, [1])).articles).toBe(1);
  });

  test('the articles of some stories are those around a time, the closest first', async () => {
    const store = await fresh();
    await keep(store, 'far', [1], { hoursAgo: 5 });
    await keep(store, 'near', [1], { hoursAgo: 2, moves: { far: 'near' } });
    await keep(store, 'old', [1], { hoursAgo: 90 });
    await keep(store, 'other', [1]);

    const found = await membersOf(store, ['near', 'old'], { around: MONDAY, within: 24 * 3_600_000, limit: 10 });

    expect(found.map(({ id }) => id)).toEqual(['near', 'far']);
  });

  test('what bears the name of an article that moves follows it, also where it was not looked at', async () => {
    const store = await fresh();
    await keep(store, 'a', [1]);
    await keep(store, 'b', [1], { moves: { a: 'b' } });
    await keep(store, 'c', [1], { moves: { b: 'c' } });

    expect((await near(store, [1])).map(({ storyId }) => storyId)).toEqual(['c', 'c', 'c']);
  });

  test('stories that turn out to be one carry one name', async () => {
    const store = await fresh();
    await keep(store, 'a', [1]);
    await keep(store, 'b', [1]);
    await keep(store, 'c', [1], { moves: { a: 'c', b: 'c' } });

    expect((await near(store, [1])).map(({ storyId }) => storyId)).toEqual(['c', 'c', 'c']);
  });
});
