import { expect, test } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { parseTopic } from '../../src/model/topic.ts';

test.each([
  ['ferry', [{ words: ['ferry'], not: [] }]],
  ['ferry AND port', [{ words: ['ferry', 'port'], not: [] }]],
  [
    '"ferry line" OR bridge',
    [
      { words: ['"ferry line"'], not: [] },
      { words: ['bridge'], not: [] },
    ],
  ],
  [
    'port NOT “football club” OR ferry',
    [
      { words: ['port'], not: ['“football club”'] },
      { words: ['ferry'], not: [] },
    ],
  ],
  ['salt and pepper or not', [{ words: ['salt', 'and', 'pepper', 'or', 'not'], not: [] }]],
])('“%s” is understood', (typed, alternatives) => {
  expect(parseTopic(typed)).toEqual(alternatives);
});

test.each(['NOT ferry', 'OR', 'ferry OR', 'ferry NOT', ''])('“%s” is refused with what to type', (typed) => {
  expect(() => parseTopic(typed)).toThrow(UserError);
});
