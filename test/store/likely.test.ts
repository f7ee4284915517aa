import { expect, test } from 'vitest';
import { likeForStories } from '../../src/store/likely.ts';
import { onEveryDatabase } from '../support/databases.ts';
import { hoursBefore, keep, MONDAY } from './sample.ts';

onEveryDatabase(({ fresh }) => {
  test('articles that share the most names come first, those that share none not at all', async () => {
    const store = await fresh();
    const all = { person: ['Mara Lindqvist'], organization: ['Harbour Board'], place: ['Visby'] };
    await keep(store, { id: 'one', ...all, person: [], organization: [], hoursAgo: 1 });
    await keep(store, { id: 'three', ...all, hoursAgo: 5 });
    await keep(store, { id: 'two', ...all, person: [], hoursAgo: 2 });
    await keep(store, { id: 'none', person: ['Ida Brandt'], hoursAgo: 1 });
    const near = { around: MONDAY, within: 24 * 3_600_000, limit: 10 };

    const found = await likeForStories(store, {
      ...near,
      names: ['Mara LINDQVIST', 'Harbour Board', 'Visby', 'Nobody'],
    });

    expect(found.map(({ id }) => id)).toEqual(['three', 'two', 'one']);
    expect(await likeForStories(store, { ...near, names: [] })).toEqual([]);
    expect(await likeForStories(store, { ...near, names: ['Visby'], limit: 1 })).toHaveLength(1);
  });

  test('of two that share one name, the one that shares the rarer name comes first', async () => {
    const store = await fresh();
    await keep(store, { id: 'common', place: ['Visby'], hoursAgo: 1 });
    await keep(store, { id: 'also common', place: ['Visby'], hoursAgo: 200 });
    await keep(store, { id: 'rare', place: ['Fårö'], hoursAgo: 9 });

    const found = await likeForStories(store, {
      names: ['Visby', 'Fårö'],
      around: MONDAY,
      within: 24 * 3_600_000,
      limit: 10,
    });

    expect(found.map(({ id }) => id)).toEqual(['rare', 'common']);
  });

  test('articles dated too long before or after are left out', async () => {
    const store = await fresh();
    for (const hoursAgo of [0, 10, 20, 30]) await keep(store, { id: `${hoursAgo}h`, place: ['Visby'], hoursAgo });

    const found = await likeForStories(store, {
      names: ['Visby'],
      around: hoursBefore(15),
      within: 6 * 3_600_000,
      limit: 10,
    });

    expect(found.map(({ id }) => id)).toEqual(['10h', '20h']);
  });
});
