import { expect, test } from 'vitest';
import { slice } from '../../../src/model/span.ts';
import { outletsLike, type SearchWish, search } from '../../../src/store/search/search.ts';
import type { Store } from '../../../src/store/store.ts';
import { onEveryDatabase } from '../../support/databases.ts';
import { hoursBefore, keep, MONDAY } from '../sample.ts';

async function found(store: Store, words: string, wish: Partial<SearchWish> = {}): Promise<string[]> {
  const { hits } = await search(store, { words, asOf: MONDAY, limit: 10, ...wish });
  return hits.map(({ article }) => article.id);
}

async function matched(store: Store, words: string): Promise<string[]> {
  const { hits } = await search(store, { words, asOf: MONDAY, limit: 1 });
  return hits.flatMap(({ article, matches }) => matches.map((span) => slice(article.text, span)));
}

onEveryDatabase(({ fresh }) => {
  // Each row: what it shows, what is typed, and whether the article is found.
  test.each<[why: string, words: string, hit: boolean]>([
    ['words in any order', 'sandbank ferry', true],
    ['words in another form', 'ferries sandbanks', true],
    ['words without their diacritics', 'arsta', true],
    ['diacritics nobody wrote', 'férry', true],
    ['words of the title', 'aground', true],
    ['a word that stands in every text', 'the', true],
    ['a name with its hyphen', 'al-Houthi', true],
    ['a name without its hyphen', 'al houthi', true],
    ['a phrase', '"struck a sandbank"', true],
    ['a number', '2024', true],
    ['an apostrophe of either kind', "harbour's", true],
    ['the beginning of the last word', 'ferry sandb', true],
    ['not the beginning of a word before it', 'sandb ferry', false],
    ['not one word missing', 'ferry train', false],
    ['not a phrase in another order', '"sandbank a struck"', false],
    ['not a hyphenated name in another order', 'houthi-al', false],
    ['not a word within a word', 'bank', false],
    ['operators as words', 'ferry OR train', false],
    ['columns as words', 'title:ferry', false],
    ['brackets, stars and carets as nothing', '(ferry) *sandbank* ^', true],
    ['an open quotation mark as nothing', '"ferry', true],
    ['ampersands and colons as nothing', 'ferry & sandbank:*', true],
    ['a quote of SQL as nothing', "ferry'; drop table articles; --", false],
    ['signs alone', '" * : - ( )', false],
    ['nothing', ' ', false],
  ])('searching for %s', async (_why, words, hit) => {
    const store = await fresh();
    const text = 'The ferry struck a sandbank off Årsta in 2024. Abdul al-Houthi left. The harbour’s gates closed.';
    await keep(store, { id: 'ferry', title: 'Ferry runs aground', text });

    expect(await found(store, words)).toEqual(hit ? ['ferry'] : []);
  });

  test.each<[why: string, words: string, expected: string[]]>([
    ['each word in its own form', 'strike ferry', ['ferries', 'striking', 'Ferry']],
    ['words with diacritics whole', 'arsta', ['Årsta', 'ÅRSTA']],
    ['a phrase as one', '"the harbour"', ['the harbour']],
    ['a beginning as the whole word', 'goth', ['Gothenburg']],
  ])('what matches are exact slices of the text: %s', async (_why, words, expected) => {
    const store = await fresh();
    const text = 'Two ferries 🛳️ are striking at Årsta (ÅRSTA): the harbour waits. The Ferry to Gothenburg leaves.';
    await keep(store, { id: 'a', text });

    expect(await matched(store, words)).toEqual(expected);
  });

  test('decomposed letters are matched where they stand', async () => {
    const store = await fresh();
    await keep(store, { id: 'a', text: 'Off A\u030Arsta, a ferry.' });

    expect(await matched(store, 'årsta')).toEqual(['A\u030Arsta']);
  });

  test('an article that only its title finds has no matches in its text', async () => {
    const store = await fresh();
    await keep(store, { id: 'a', title: 'Ferry aground', text: 'It struck a sandbank.' });

    const { hits } = await search(store, { words: 'aground', asOf: MONDAY, limit: 10 });

    expect(hits).toMatchObject([{ article: { id: 'a' }, matches: [] }]);
  });

  test('the better fit comes first, of equal ones the newer', async () => {
    const store = await fresh();
    const filler = 'Nothing else happened on the island that day, and nobody minded. '.repeat(5);
    await keep(store, { id: 'passing', title: 'Island news', text: `${filler}A ferry left.`, hoursAgo: 1 });
    await keep(store, { id: 'old', title: 'Ferry sinks', text: `The ferry sank. ${filler}`, hoursAgo: 9 });
    await keep(store, { id: 'new', title: 'Ferry sinks', text: `The ferry sank. ${filler}`, hoursAgo: 3 });

    expect(await found(store, 'ferry')).toEqual(['new', 'old', 'passing']);
  });

  test('no more are listed than asked for, and all are counted', async () => {
    const store = await fresh();
    for (const hoursAgo of [1, 2, 3, 4, 5]) await keep(store, { id: `${hoursAgo}h`, text: 'A ferry left.', hoursAgo });

    expect(await found(store, 'ferry', { limit: 2 })).toEqual(['1h', '2h']);
    expect((await search(store, { words: 'ferry', asOf: MONDAY, limit: 2 })).total).toBe(5);
  });

  test('a search can be held to an outlet, to some days, and to what was known when it was asked', async () => {
    const store = await fresh();
    const text = 'A ferry left.';
    await keep(store, { id: 'post', text, outlet: 'Coast Post', hoursAgo: 30, seenHoursAgo: 30 });
    await keep(store, { id: 'wire', text, outlet: 'Øresund Wire', hoursAgo: 3, seenHoursAgo: 1 });
    await keep(store, { id: 'none', text, hoursAgo: 4, seenHoursAgo: 4 });

    expect(await found(store, 'ferry', { outlet: 'coast POST' })).toEqual(['post']);
    expect(await found(store, 'ferry', { since: hoursBefore(24) })).toEqual(['wire', 'none']);
    expect(await found(store, 'ferry', { asOf: hoursBefore(2) })).toEqual(['none', 'post']);
  });

  test('outlets are offered by the beginning of any of their words, those with the most articles first', async () => {
    const store = await fresh();
    await keep(store, { id: 'a', outlet: 'Coast Post' });
    await keep(store, { id: 'b', outlet: 'Evening Post' });
    await keep(store, { id: 'c', outlet: 'Evening Post' });
    await keep(store, { id: 'd' });

    expect(await outletsLike(store, 'po', 10)).toEqual(['Evening Post', 'Coast Post']);
    expect(await outletsLike(store, '', 1)).toEqual(['Evening Post']);
    expect(await outletsLike(store, 'ost', 10)).toEqual([]);
  });
});
