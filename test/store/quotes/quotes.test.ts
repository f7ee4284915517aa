import { expect, test } from 'vitest';
import { slice } from '../../../src/model/span.ts';
import { namesLike } from '../../../src/store/entities/names-like.ts';
import { type QuotesWish, quotes } from '../../../src/store/quotes/quotes.ts';
import type { Store } from '../../../src/store/store.ts';
import { onEveryDatabase } from '../../support/databases.ts';
import { hoursBefore, keep, MONDAY } from '../sample.ts';

const FERRY = {
  id: 'ferry',
  title: 'Ferry runs aground',
  text: '“Nobody was hurt,” said Mara Lindqvist. “We close the harbours,” Mara Lindqvist and Ida Brandt said.',
  person: ['Mara Lindqvist', 'Ida Brandt'],
  said: [
    { words: 'Nobody was hurt,', by: ['Mara Lindqvist'] },
    { words: 'We close the harbours,', by: ['Mara Lindqvist', 'Ida Brandt'] },
  ],
  hoursAgo: 30,
  seenHoursAgo: 29,
};
const RAIL = {
  id: 'rail',
  title: 'Rail strike',
  text: '“No train will run,” said Ida Brandt. “Really?” asked somebody.',
  person: ['Ida Brandt'],
  said: [
    { words: 'No train will run,', by: ['Ida Brandt'] },
    { words: 'Really?', by: [] },
  ],
  hoursAgo: 2,
  seenHoursAgo: 1,
};

async function said(store: Store, wish: Partial<QuotesWish> = {}): Promise<string[]> {
  const found = await quotes(store, { asOf: MONDAY, limit: 10, ...wish });
  return found.quotes.map(({ article, quote }) => slice(article.text, quote.words));
}

async function idOf(store: Store, name: string): Promise<string> {
  const found = await namesLike(store, name, 1);
  return found[0]!.id;
}

onEveryDatabase(({ fresh }) => {
  test('quotes come newest first, those of one article as they stand in it', async () => {
    const store = await fresh();
    await keep(store, FERRY);
    await keep(store, RAIL);

    expect(await said(store)).toEqual(['No train will run,', 'Really?', 'Nobody was hurt,', 'We close the harbours,']);
  });

  test('no more are listed than asked for, and all are counted', async () => {
    const store = await fresh();
    await keep(store, FERRY);
    await keep(store, RAIL);

    const newest = await quotes(store, { asOf: MONDAY, limit: 2 });

    expect(newest.quotes.map(({ article, index }) => [article.id, index])).toEqual([
      ['rail', 0],
      ['rail', 1],
    ]);
    expect(newest.total).toBe(4);
  });

  test('a joint quote is found under each of its speakers', async () => {
    const store = await fresh();
    await keep(store, FERRY);
    await keep(store, RAIL);

    expect(await said(store, { speaker: await idOf(store, 'mara') })).toEqual([
      'Nobody was hurt,',
      'We close the harbours,',
    ]);
    expect(await said(store, { speaker: await idOf(store, 'ida') })).toEqual([
      'No train will run,',
      'We close the harbours,',
    ]);
    expect(await said(store, { speaker: 'nobody' })).toEqual([]);
  });

  test.each<[why: string, about: string, expected: string[]]>([
    ['a word of the sentence', 'hurt', ['Nobody was hurt,']],
    ['in any form', 'harbour closing', ['We close the harbours,']],
    ['words of the title', 'rail striking', ['No train will run,', 'Really?']],
    ['one of each', 'ferry hurt', ['Nobody was hurt,']],
    ['the beginning of a word', 'harb', ['We close the harbours,']],
    ['words that do not stand together', 'train hurt', []],
    ['signs alone', '"*', []],
  ])('quotes are found about %s', async (_why, about, expected) => {
    const store = await fresh();
    await keep(store, FERRY);
    await keep(store, RAIL);

    expect(await said(store, { about })).toEqual(expected);
  });

  test('a quote that an edit took out is not found, though another stands in its place', async () => {
    const store = await fresh();
    await keep(store, RAIL);
    const said = [{ words: 'Every train runs,', by: ['Ida Brandt'] }];
    await keep(store, { ...RAIL, text: '“Every train runs,” said Ida Brandt.', said });

    expect((await quotes(store, { about: 'no', asOf: MONDAY, limit: 10 })).total).toBe(0);
    expect((await quotes(store, { about: 'every', asOf: MONDAY, limit: 10 })).total).toBe(1);
  });

  test('quotes before a day or seen after the question are left out', async () => {
    const store = await fresh();
    await keep(store, FERRY);
    await keep(store, RAIL);

    expect(await said(store, { since: hoursBefore(24) })).toEqual(['No train will run,', 'Really?']);
    expect(await said(store, { asOf: hoursBefore(2) })).toEqual(['Nobody was hurt,', 'We close the harbours,']);
    expect(await said(store, { since: hoursBefore(24), asOf: hoursBefore(2) })).toEqual([]);
  });
});
