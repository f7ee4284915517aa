import { expect, test } from 'vitest';
import { fold, foldedWords } from '../../src/base/fold.ts';

test.each([
  ['case', 'HARBOUR', 'harbour'],
  ['hyphens', 'Al-Sharaa', 'al sharaa'],
  ['diacritics', 'Türkiye', 'turkiye'],
  ['apostrophes, straight and curly', "O'Neill’s", 'oneills'],
  ['full-width letters', 'ＡＢＣ', 'abc'],
  ['other scripts are kept', 'Київ, مصر', 'киів مصر'],
  ['nothing but marks', ' — … ', ''],
])('%s do not tell names apart', (_why, text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('a text of marks has no words', () => {
  expect(foldedWords(' — ')).toEqual([]);
  expect(foldedWords('Abdul Malik al-Houthi')).toEqual(['abdul', 'malik', 'al', 'houthi']);
});
