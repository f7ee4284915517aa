import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/base/root.ts';
import { loadLexicon } from '../../src/read/lexicon.ts';
import { Phrases } from '../../src/read/phrases.ts';
import { tokensOf } from '../../src/read/tokens.ts';

const FOLDER = join(ROOT, 'data', 'lexicon');
const lists = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
const entriesOf = (list: string) =>
  readFileSync(join(FOLDER, list), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

const lengthIn = (phrases: Phrases, text: string) => phrases.at(tokensOf(text), 0)?.length;

test.each(lists)('%s says what it is for, and holds no entry twice and no stray space', (list) => {
  const entries = entriesOf(list);

  expect(readFileSync(join(FOLDER, list), 'utf8')).toMatch(/^# .{10}/);
  expect(entries.length).toBeGreaterThan(20);
  expect(entries.filter((entry) => entry !== entry.trim() || /\s{2}/.test(entry))).toEqual([]);
  expect(new Set(entries).size).toBe(entries.length);
});

test('every list is described in the README, and loaded', () => {
  const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
  const lexicon = loadLexicon();

  for (const list of lists) expect(readme).toContain(`\`${list.replace('.txt', '')}\``);
  // three lists of places are one, and two of given names are compared outside the reader too
  expect(Object.keys(lexicon)).toHaveLength(lists.length - 4);
});

test('a missing list is said by its name', () => {
  expect(() => loadLexicon(join(ROOT, 'data', 'articles'))).toThrow(/abbreviations\.txt/);
});

test.each([
  ['accents and apostrophes', "Sana'a", 'Sanaa', 1],
  ['stops', 'US', 'U.S.', 1],
  ['hyphens', 'Guinea-Bissau', 'Guinea-Bissau', 3],
  ['small letters', 'prime minister', 'Prime Minister', 2],
  ['any of its names', 'Turkey = Türkiye', 'Türkiye', 1],
  ['the stop of an abbreviation', 'St. Louis', 'St. Louis', 3],
])('a phrase is found whatever its %s', (_, entry, text, length) => {
  expect(lengthIn(new Phrases([entry]), text)).toBe(length);
});

test('an entry in capitals is only found in capitals, and a short word in capitals is no entry in small ones', () => {
  expect(lengthIn(new Phrases(['WHO']), 'Who')).toBeUndefined();
  expect(lengthIn(new Phrases(['Swat']), 'SWAT')).toBeUndefined();
});

test('the longest phrase wins', () => {
  expect(lengthIn(new Phrases(['New York', 'New York Times']), 'New York Times')).toBe(3);
});
