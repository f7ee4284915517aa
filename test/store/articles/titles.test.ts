import { expect, test } from 'vitest';
import { articleByTitle, titlesLike } from '../../../src/store/articles/titles.ts';
import { onEveryDatabase } from '../../support/databases.ts';
import { hoursBefore, keep, MONDAY } from '../sample.ts';

onEveryDatabase(({ fresh }) => {
  test('titles are offered by the beginning of any of their words, the newest first', async () => {
    const store = await fresh();
    await keep(store, { id: 'a', title: 'Ferry runs aground off Årsta', hoursAgo: 3, story: 'ferry' });
    await keep(store, { id: 'b', title: 'Rail strike: Ferries are full', hoursAgo: 2 });
    await keep(store, { id: 'c', title: 'A quiet day', hoursAgo: 1 });
    const like = async (typed: string) => (await titlesLike(store, typed, 10, MONDAY)).map(({ id }) => id);

    expect(await like('ferr')).toEqual(['b', 'a']);
    expect(await like('arst FERRY')).toEqual(['a']);
    expect(await like('erry')).toEqual([]);
    expect(await like('')).toEqual(['c', 'b', 'a']);
    expect(await like('100%_')).toEqual([]);
    expect(await titlesLike(store, 'aground', 10, MONDAY)).toEqual([
      { id: 'a', storyId: 'ferry', title: 'Ferry runs aground off Årsta', datedAt: hoursBefore(3) },
    ]);
  });

  test('titles first seen after the question are not offered, nor more than asked for', async () => {
    const store = await fresh();
    for (const hours of [3, 2, 1]) await keep(store, { id: `${hours}h`, hoursAgo: hours, seenHoursAgo: hours });

    expect((await titlesLike(store, '', 1, hoursBefore(2))).map(({ id }) => id)).toEqual(['2h']);
  });

  test('an article is found by its title in any case, the newest of two', async () => {
    const store = await fresh();
    await keep(store, { id: 'old', title: 'Ferry runs aground', hoursAgo: 30 });
    await keep(store, { id: 'new', title: 'FERRY RUNS AGROUND', hoursAgo: 3 });
    await keep(store, { id: 'longer', title: 'Ferry runs aground again', hoursAgo: 1 });

    expect((await articleByTitle(store, 'ferry runs aground!'))?.id).toBe('new');
    expect(await articleByTitle(store, 'ferry runs')).toBeUndefined();
    expect(await articleByTitle(store, '?')).toBeUndefined();
  });

  test('a long title is found by its first 100 characters', async () => {
    const store = await fresh();
    const title =
      'Harbour Board says that the ferry, which ran aground on Sunday, will be towed to Årsta for repairs tomorrow';
    await keep(store, { id: 'long', title });

    expect((await articleByTitle(store, title.slice(0, 100)))?.id).toBe('long');
    expect(await articleByTitle(store, title.slice(0, 90))).toBeUndefined();
  });
});
