import { expect, test } from 'vitest';
import { opened, parseQuery } from '../../../src/store/search/query.ts';

test.each<[why: string, typed: string, phrases: string[]]>([
  ['words', 'ferry harbour', ['ferry', 'harbour']],
  ['case and diacritics are nothing', 'Göteborg ÅRSTA', ['goteborg', 'arsta']],
  ['a phrase between quotation marks', '"ran aground" ferry', ['ran aground', 'ferry']],
  ['or between the curly ones', '“ran aground”', ['ran aground']],
  ['a quotation mark that is never closed', '"ran aground', ['ran', 'aground']],
  ['a hyphenated name is a phrase', 'al-Houthi', ['al houthi']],
  ['an apostrophe parts words', "Yemen's", ['yemen s']],
  [
    'the search languages of databases are only words',
    'a AND b* NEAR(c) title:d -e ^f',
    ['a', 'and', 'b', 'near c', 'title d', 'e', 'f'],
  ],
  ['signs alone are nothing', '— " * ( ) : &', []],
  ['nothing in, nothing out', '  ', []],
])('%s', (_why, typed, phrases) => {
  expect(parseQuery(typed).map(({ words }) => words.join(' '))).toEqual(phrases);
});

test('only the last word can be the beginning of one, and only from three letters on', () => {
  expect(opened(parseQuery('ferry harb'))?.map(({ open }) => open)).toEqual([false, true]);
  expect(opened(parseQuery('ferry ha'))).toBeUndefined();
  expect(opened([])).toBeUndefined();
});
