import { expect, test } from 'vitest';
import { forgiven, slips } from '../../../src/store/entities/typo.ts';

test.each([
  ['katz', 'katz', 0],
  ['kats', 'katz', 1],
  ['atz', 'katz', 1],
  ['kkatz', 'katz', 1],
  ['batz', 'katz', 1],
  ['isreal', 'israel', 1],
  ['sirael', 'israel', 1],
  ['isralel', 'israel', 1],
  ['netanjahoo', 'netanyahu', 3],
  ['nasralah', 'nasrallah', 1],
  ['', 'abc', 3],
])('from “%s” to “%s” it is %i slips', (typed, meant, expected) => {
  expect(slips(typed, meant, 5)).toBe(expected);
  expect(slips(meant, typed, 5)).toBe(expected);
});

test('more slips than are asked for are not counted', () => {
  expect(slips('katz', 'kmett', 1)).toBe(Number.POSITIVE_INFINITY);
  expect(slips('abcdefgh', 'hgfedcba', 2)).toBe(Number.POSITIVE_INFINITY);
});

test.each([
  ['ali', 0],
  ['katz', 1],
  ['hussein', 1],
  ['lindqvist', 2],
])('in “%s” %i slips are forgiven', (word, expected) => {
  expect(forgiven(word)).toBe(expected);
});
