import { expect, test } from 'vitest';
import type { Outline } from '../../../src/model/story.ts';
import { outlinesIn, storiesOf, type Window } from '../../../src/store/articles/outlines.ts';
import { onEveryDatabase } from '../../support/databases.ts';
import { hoursBefore, keep, MONDAY } from '../sample.ts';

const HOUR = 3_600_000;
const ids = (outlines: readonly Outline[]) => outlines.map(({ id }) => id).toSorted();

onEveryDatabase(({ fresh }) => {
  test('of two windows that meet, every article is in one', async () => {
    const store = await fresh();
    for (const hoursAgo of [4, 3, 2, 1]) await keep(store, { id: `${hoursAgo}h`, hoursAgo, seenHoursAgo: hoursAgo });
    const within = async (window: Window) => ids(await outlinesIn(store, window));

    expect(await within({ to: hoursBefore(3) })).toEqual(['3h', '4h']);
    expect(await within({ from: hoursBefore(3), to: hoursBefore(1) })).toEqual(['1h', '2h']);
    expect(await within({ from: hoursBefore(1), to: MONDAY })).toEqual([]);
  });

  test('what is seen after the window, or dated after it, is not in it', async () => {
    const store = await fresh();
    await keep(store, { id: 'known', hoursAgo: 9, seenHoursAgo: 5 });
    await keep(store, { id: 'late', hoursAgo: 8, seenHoursAgo: 1 });
    await keep(store, { id: 'postdated', hoursAgo: 1, seenHoursAgo: 5 });
    const to = hoursBefore(2);

    expect(ids(await outlinesIn(store, { to }))).toEqual(['known']);
    expect(ids(await outlinesIn(store, { from: hoursBefore(12), to }))).toEqual(['known']);
  });

  test('what came in during the window belongs to it though it is older, but not by more than was asked', async () => {
    const store = await fresh();
    await keep(store, { id: 'in time', hoursAgo: 3, seenHoursAgo: 3 });
    await keep(store, { id: 'latecomer', hoursAgo: 10, seenHoursAgo: 2 });
    await keep(store, { id: 'told before', hoursAgo: 10, seenHoursAgo: 9 });
    await keep(store, { id: 'too old', hoursAgo: 30, seenHoursAgo: 2 });
    const window = { from: hoursBefore(6), to: MONDAY };

    expect(ids(await outlinesIn(store, window))).toEqual(['in time']);
    expect(ids(await outlinesIn(store, { ...window, lateBy: 12 * HOUR }))).toEqual(['in time', 'latecomer']);
  });

  test('an outline says what its article is weighed by', async () => {
    const store = await fresh();
    const said = [{ words: 'We wait,', by: ['Mara Lindqvist'] }];
    const text = '“We wait,” said Mara Lindqvist.';
    const person = ['Mara Lindqvist'];
    await keep(store, { id: 'a', story: 'ferry', outlet: 'Coast Post', text, person, said, hoursAgo: 2 });

    expect(await outlinesIn(store, { to: MONDAY })).toEqual([
      {
        id: 'a',
        version: 1,
        storyId: 'ferry',
        source: 'coast post',
        copyOf: 'a',
        datedAt: hoursBefore(2),
        voices: 1,
      },
    ]);
    expect(await storiesOf(store, ['a', 'unknown'])).toEqual(new Map([['a', 'ferry']]));
  });
});
