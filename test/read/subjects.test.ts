import { describe, expect, test } from 'vitest';
import { speakerIn } from './reading.ts';

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
    [
      'an apposition between dashes',
      'Karin Solheim -- author of a book on quays -- said “the quay is closed for good”.',
      'Karin Solheim',
    ],
    [
      'two offices of one',
      'The Orvik senator and shadow finance minister said “the quay is closed for good”.',
      'The Orvik senator and shadow finance minister',
    ],
    [
      'a name behind an office',
      'Brandt’s main rival, Karin Solheim of Orvik, said “the quay is closed for good”.',
      'Karin Solheim',
    ],
    [
      'a noun that looks like a verb',
      'Karin Solheim, the host of a radio show, said “the quay is closed for good”.',
      'Karin Solheim',
    ],
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
