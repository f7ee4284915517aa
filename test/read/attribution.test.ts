import { describe, expect, test } from 'vitest';
import { slice } from '../../src/model/span.ts';
import { read, speakerIn } from './reading.ts';

describe('sources without a name keep their words', () => {
  test.each([
    ['a campaign', 'The Solheim campaign said “the quay is closed for good”.', 'The Solheim campaign'],
    ['an office of somebody', '“The quay is closed for good,” Karin Solheim’s office said.', 'Karin Solheim’s office'],
    [
      'one of a body',
      'A spokeswoman for the Harbour Safety Committee told reporters: “The quay is closed.”',
      'A spokeswoman for the Harbour Safety Committee',
    ],
    ['a document', '“The quay is closed for good,” the order released Friday said.', 'the order'],
    [
      'a sign',
      '“The quay is closed for good,” a welcome message on the website reads.',
      'a welcome message on the website',
    ],
    [
      'as a memo put it',
      'The quay is an “old and costly piece of work”, as a Harbour Office memo put it.',
      'a Harbour Office memo',
    ],
    ['one more', '“The quay is closed for good,” another said.', 'another'],
    [
      'a group',
      '“The quay is closed for good,” a newly formed group of fishermen said.',
      'a newly formed group of fishermen',
    ],
    [
      'one near something',
      '“The quay is closed for good,” said a source close to the talks.',
      'a source close to the talks',
    ],
  ])('%s', (_, text, speaker) => {
    expect(speakerIn(text)).toBe(speaker);
  });
});

describe('whose words they are', () => {
  test.each([
    ['a call', 'Ivo Brandt won the vote. His call for “a total and complete ban on ships” helped.', 'His'],
    ['a promise', 'It is the old pull of Ivo Brandt’s “if you like your boat, you can keep it”.', 'Ivo Brandt'],
    [
      'in the eyes of',
      'The deal is “a gift to the shipowners of the whole coast”, in the eyes of Karin Solheim.',
      'Karin Solheim',
    ],
    ['a transcript', '"SOLHEIM: Let us begin with the quay.', 'SOLHEIM'],
    ['the author', '“We will not pay for any of it,” I told him.', 'I'],
  ])('%s', (_, text, speaker) => {
    expect(speakerIn(text)).toBe(speaker);
  });

  test('a transcript’s name is no part of the words', () => {
    const text = 'Here is what they said.\n\n"SOLHEIM: Let us begin with the quay.\n\n"BRANDT: Let us not."';

    expect(read(text).quotes.map(({ words }) => slice(text, words))).toEqual([
      'Let us begin with the quay.',
      'Let us not.',
    ]);
  });
});

describe('the sentence before', () => {
  test.each([
    [
      'its speaker at the end',
      'Ivo Brandt may wait for the storm, Karin Solheim said. “The quay is closed for good.”',
      'Karin Solheim',
    ],
    ['adding', 'Karin Solheim stated that the quay was lost. Adding, “The quay is closed for good.”', 'Karin Solheim'],
    [
      'turned, before a colon',
      'The talks went on.\n\nStated Karin Solheim:\n\n“The quay is closed for good.”',
      'Karin Solheim',
    ],
    [
      'what she thinks goes on',
      'The plan was a mistake, Karin Solheim argued. As a result, there is still “a very old quay without any ships”.',
      'Karin Solheim',
    ],
  ])('%s', (_, text, speaker) => {
    expect(speakerIn(text)).toBe(speaker);
  });

  test('a second piece goes on with the speaker of the first', () => {
    const text =
      'Karin Solheim said it was “a very bad day for us” and feared that his party was “not ready for any of it”.';

    expect(read(text).quotes.map(({ speaker }) => speaker?.names)).toEqual([['Karin Solheim'], ['Karin Solheim']]);
  });
});
