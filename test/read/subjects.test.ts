import { describe, expect, test } from 'vitest';
import { slice } from '../../src/model/span.ts';
import { read } from './reading.ts';

/** The local words for whoever says the last quote. */
function speakerIn(text: string): string | null {
  const speaker = read(text).quotes.at(-1)!.speaker;
  return speaker ? slice(text, speaker.mention) : null;
}

describe('who does what the verb says', () => {
  test.each([
    ['a participle', 'Karin Solheim took to the radio, saying: “The quay is closed.”', 'Karin Solheim'],
    ['a participle behind a thing', 'Later she issued a statement saying “the quay is closed for good”.', 'she'],
    [
      'a participle behind a long sentence',
      'Several groups of fishermen gave Ivo Brandt more time to mend the old quay, saying the work was “harder than anybody had thought”.',
      'Several groups of fishermen',
    ],
    ['with and a participle', 'The talks ended with Ivo Brandt saying “the quay is closed for good”.', 'Ivo Brandt'],
    [
      'an infinitive',
      'Karin Solheim was so tired that Ivo Brandt stepped in to say: “The quay is closed.”',
      'Ivo Brandt',
    ],
    [
      'an infinitive after a push',
      'The storm prompted Karin Solheim to declare that “the quay is closed for good”.',
      'Karin Solheim',
    ],
    ['a second verb', 'Karin Solheim left the quay and said “it is closed for good and ever”.', 'Karin Solheim'],
    ['a short verb', 'Karin Solheim was calm. She’s claiming that the quay is “a big, big problem for us”.', 'She'],
    [
      'inside a condition',
      'He says if people think the quay will be saved by “old friends and their old money”, they err.',
      'He',
    ],
    [
      'a clause that only tells of others',
      'Karin Solheim tells workers who wonder why she never shouts that she “was not brought up that way”.',
      'Karin Solheim',
    ],
    [
      'put between commas',
      'The trouble with the quay, Karin Solheim said, is that it was “built by people in a hurry”.',
      'Karin Solheim',
    ],
    [
      'put between commas, turned',
      'The trouble with the quay, says Karin Solheim, an engineer, is that it was “built by people in a hurry”.',
      'Karin Solheim',
    ],
    [
      'a long apposition',
      '“The quay is closed for good,” Karin Solheim, 67, a retired engineer in Orvik, Halden, said by telephone.',
      'Karin Solheim',
    ],
    [
      'an apposition with a verb',
      'Karin Solheim, an engineer who advised Ivo Brandt on the plan, said the quay was “closed for good and ever”.',
      'Karin Solheim',
    ],
    ['asked about it', 'Karin Solheim, asked about the storm, had said, “The quay is closed.”', 'Karin Solheim'],
    ['a passive', 'Karin Solheim was asked by the mayor, “Is the quay closed for good?”', 'the mayor'],
    [
      'a relative clause after a preposition',
      'They listened to a fisherman who called for “a much better quay”.',
      'a fisherman',
    ],
    [
      'turned, before the quote',
      'Because of the storm, explained Karin Solheim, “the quay is closed for good.”',
      'Karin Solheim',
    ],
    [
      'turned, behind more words',
      '“It seems most unlikely by now” that the quay opens again, said Karin Solheim.',
      'Karin Solheim',
    ],
    ['behind a clause', 'The quay was “closed for months or even years” as workers came and went, she said.', 'she'],
    [
      'not whom a clause behind speaks of',
      'He feared that the quay was “closed for months or even years”, echoing some fishermen who have suggested it.',
      'He',
    ],
  ])('%s', (_, text, speaker) => {
    expect(speakerIn(text)).toBe(speaker);
  });
});

describe('verbs that no list knows', () => {
  test.each([
    ['before a colon', 'Karin Solheim turned to the crowd again: “The quay is closed.”', 'Karin Solheim'],
    ['before a comma', 'Ivo Brandt shot back, “The quay is closed.”', 'Ivo Brandt'],
    ['inside the sentence', 'He anticipated that the hardest part would be “mending what the storm had left”.', 'He'],
    ['behind the quote', '“The quay is closed for good,” the harbour master riffed on stage.', 'the harbour master'],
    ['turned', '“The quay is closed for good,” scoffed Arna Gil, 22.', 'Arna Gil'],
  ])('%s', (_, text, speaker) => {
    expect(speakerIn(text)).toBe(speaker);
  });
});

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
