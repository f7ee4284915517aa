import { expect, test } from 'vitest';
import { READ_LIMIT } from '../../src/read/read.ts';
import { read } from './reading.ts';

/** As long as a text may be, and built to make every rule look at everything. */
const hostile: readonly (readonly [string, string])[] = [
  ['quotation marks alone', '"'],
  ['opening marks', '“'],
  ['single marks', "'a ' "],
  ['mixed marks', '"a \'b” ‘c '],
  ['short quotes', '"a b." '],
  ['capitalised words', 'Orvik '],
  ['given names', 'Karin '],
  ['different surnames', 'Karin Solheim'],
  ['people joined', 'Karin Solheim and '],
  ['ministries', 'Ministry of Orvik and Halden, '],
  ['titles', 'President '],
  ['owners', "Karin's minister "],
  ['one sentence without end', 'the minister said that he said, '],
  ['prepositions', 'the head of '],
  ['relative words', 'who that which '],
  ['hyphens', 'Al-'],
  ['stops', '. '],
  ['empty lines', '\n \n'],
  ['short lines', 'a\n'],
  ['digits', '1,2.3:'],
  ['apostrophes in a word', "a'"],
  ['pronouns', 'He said “it is late and it is dark now”, he said. '],
];

test.each(hostile)(
  'a text of nothing but %s is read to its limit',
  (_, part) => {
    const text = part.repeat(Math.ceil(READ_LIMIT / part.length)).slice(0, READ_LIMIT);

    expect(read(`It is said that the quay was closed. ${text}`).sentences.length).toBeGreaterThan(0);
  },
  20_000,
);

test('many people of one surname are told apart in time', () => {
  const text = Array.from(
    { length: 9000 },
    (_, at) => `Karin ${String.fromCharCode(65 + (at % 26))}${at.toString(36)} Holm`,
  );

  expect(read(`The list of the winners is here: ${text.join(', ')}. Then Holm left.`).entities.length).toBeGreaterThan(
    1,
  );
}, 20_000);

test('what stands behind the limit is not read', () => {
  const text = `${'It rained. '.repeat(READ_LIMIT / 11 + 1)}Karin Solheim left.`;

  expect(read(text).sentences.at(-1)!.end).toBeLessThanOrEqual(READ_LIMIT);
  expect(read(text).entities).toEqual([]);
});
