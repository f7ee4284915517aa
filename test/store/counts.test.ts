import { expect, test } from 'vitest';
import { counts } from '../../src/store/counts.ts';
import { onEveryDatabase } from '../support/databases.ts';
import { hoursBefore, keep, MONDAY } from './sample.ts';

onEveryDatabase(({ fresh }) => {
  test('an empty newsroom holds nothing', async () => {
    const named = { person: 0, organization: 0, place: 0 };

    expect(await counts(await fresh(), MONDAY)).toEqual({ articles: 0, stories: 0, quotes: 0, outlets: 0, named });
  });

  test('everything is counted once, and nothing that was first seen later', async () => {
    const store = await fresh();
    const text = '“We wait,” said Mara Lindqvist.';
    const said = [{ words: 'We wait,', by: ['Mara Lindqvist'] }];
    const ferry = { text, said, story: 'ferry', outlet: 'Coast Post', person: ['Mara Lindqvist'], place: ['Visby'] };
    await keep(store, { id: 'a', ...ferry, hoursAgo: 9, seenHoursAgo: 9 });
    await keep(store, { id: 'b', ...ferry, hoursAgo: 5, seenHoursAgo: 5 });
    await keep(store, {
      id: 'c',
      outlet: 'Øresund Wire',
      organization: ['Harbour Board'],
      hoursAgo: 2,
      seenHoursAgo: 1,
    });

    expect(await counts(store, hoursBefore(3))).toEqual({
      articles: 2,
      stories: 1,
      quotes: 2,
      outlets: 1,
      named: { person: 1, organization: 0, place: 1 },
      newest: hoursBefore(5),
    });
    expect(await counts(store, MONDAY)).toEqual({
      articles: 3,
      stories: 2,
      quotes: 2,
      outlets: 2,
      named: { person: 1, organization: 1, place: 1 },
      newest: hoursBefore(2),
    });
  });
});
