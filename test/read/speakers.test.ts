import { describe, expect, test } from 'vitest';
import { slice } from '../../src/model/span.ts';
import { quotesIn, read } from './reading.ts';

describe('who speaks in the sentence itself', () => {
  test.each([
    ['after', '“The quay is closed for good,” Karin Solheim said.', 'Karin Solheim'],
    ['inverted', '“The quay is closed for good,” said Karin Solheim.', 'Karin Solheim'],
    ['inverted with a title', '“The quay is closed for good,” said Foreign Minister Karin Solheim.', 'Karin Solheim'],
    [
      'inverted with an office of its own',
      '“The quay is closed for good,” said quay worker Karin Solheim.',
      'Karin Solheim',
    ],
    ['inverted with an apposition', '“The quay is closed for good,” said the mayor, Karin Solheim.', 'Karin Solheim'],
    ['before', 'Karin Solheim said the quay was “closed for good and ever”.', 'Karin Solheim'],
    ['before, with a comma', 'Karin Solheim said, “The quay is closed.”', 'Karin Solheim'],
    ['before, with a colon', 'Karin Solheim stressed: “The quay is closed.”', 'Karin Solheim'],
    ['a colon alone', 'Karin Solheim: “The quay is closed for good.”', 'Karin Solheim'],
    [
      'an apposition between',
      'Karin Solheim, head of Bergen’s port board, assured that “the quay is closed for good.”',
      'Karin Solheim',
    ],
    [
      'an age and an apposition between',
      '“The quay is closed for good,” Karin Solheim, 45, a nurse from Bergen, said.',
      'Karin Solheim',
    ],
    ['a relative clause', 'Karin Solheim, who said “the quay is closed for good,” left.', 'Karin Solheim'],
    ['a day between', '“The quay is closed for good,” Karin Solheim on Monday told reporters.', 'Karin Solheim'],
    ['adverbs between', '“The quay is closed for good,” Karin Solheim has also repeatedly said.', 'Karin Solheim'],
    ['a question', '“Is the quay closed for good?” Karin Solheim asked.', 'Karin Solheim'],
    ['a question, by somebody with a title', '“Is the quay closed for good?” Mrs. Solheim asked.', 'Solheim'],
    ['according to', '“The quay is closed for good,” according to Karin Solheim.', 'Karin Solheim'],
    ['according to, before', 'According to Karin Solheim, “the quay is closed for good.”', 'Karin Solheim'],
    ['quoted as saying', 'Karin Solheim was quoted as saying “the quay is closed for good.”', 'Karin Solheim'],
    ['words of another office', '“The quay is closed for good,” said Karin Solheim’s lawyer Ivo Brandt.', 'Ivo Brandt'],
    [
      'a source after a name',
      '“The quay is closed for good,” Karin Solheim of the Coastal Rescue Service said.',
      'Karin Solheim',
    ],
    ['a nameless one', 'It was “closed for good and ever,” said the head of the port.', 'the head of the port'],
    [
      'one of a nameless kind',
      '“The quay is closed for good,” a spokesman for Karin Solheim said.',
      'a spokesman for Karin Solheim',
    ],
    ['an organisation', '“The quay is closed for good,” the Coastal Rescue Service said.', 'Coastal Rescue Service'],
    ['straight marks', '"The quay is closed for good," Karin Solheim said.', 'Karin Solheim'],
    ['single marks', '‘The quay is closed for good,’ Karin Solheim said.', 'Karin Solheim'],
    ['single marks, inverted', '‘The quay is closed for good,’ said Karin Solheim.', 'Karin Solheim'],
    ['low and high marks', '„The quay is closed for good,“ said Karin Solheim.', 'Karin Solheim'],
    ['French marks', '« The quay is closed for good, » said Karin Solheim.', 'Karin Solheim'],
    [
      'quoted as saying by',
      '“The quay is closed for good,” Karin Solheim was quoted as saying by a paper.',
      'Karin Solheim',
    ],
    ['a post', 'Karin Solheim posted on her page: “The quay is closed.”', 'Karin Solheim'],
    ['a scare quote between', 'Karin Solheim said the “reform” would see “the quay closed for good”.', 'Karin Solheim'],
    ['a participle', 'Karin Solheim wept, adding that “the quay is closed for good.”', 'Karin Solheim'],
  ])('%s', (_, text, speaker) => {
    expect(quotesIn(text)).toMatchObject([[expect.stringMatching(/quay|closed for good/), [speaker]]]);
  });
});

test('two who speak together are two names', () => {
  const text = 'Mayor Karin Solheim and Governor Jonas Brekke said in a statement: “The quay is closed for good.”';

  const [quote] = read(text).quotes;

  expect(quote!.speaker).toMatchObject({
    names: ['Karin Solheim', 'Jonas Brekke'],
    entities: [0, 1],
    found: 'explicit',
  });
  expect(slice(text, quote!.speaker!.mention)).toBe('Karin Solheim and Governor Jonas Brekke');
});

describe('who is meant by local words', () => {
  test.each([
    ['she', 'Karin Solheim met Jonas Brekke.\n\nShe said “the quay is closed for good.”', 'Karin Solheim'],
    ['he', 'Karin Solheim met Jonas Brekke.\n\nHe said “the quay is closed for good.”', 'Jonas Brekke'],
    [
      'he, the speaker of before',
      'Jonas Brekke said the harbour was old.\n\nHe added that it is “a place of great beauty and peace.”',
      'Jonas Brekke',
    ],
    [
      'it',
      'The Coastal Rescue Service sailed.\n\nIn a statement, it said: “The quay is closed for good.”',
      'Coastal Rescue Service',
    ],
    [
      'the minister',
      'Foreign Minister Karin Solheim left. “The quay is closed for good,” the minister said.',
      'Karin Solheim',
    ],
    [
      'the service',
      'The Coastal Rescue Service sailed. “The quay is closed for good,” the service said.',
      'Coastal Rescue Service',
    ],
  ])('%s', (_, text, speaker) => {
    const [quote] = read(text).quotes;

    expect(quote!.speaker?.names).toEqual([speaker]);
  });

  test('they, who spoke together', () => {
    const text =
      'Karin Solheim and Jonas Brekke said they would fight the port board.\n\n“We will open the quay again,” they said.';

    expect(read(text).quotes[0]!.speaker).toMatchObject({ names: ['Karin Solheim', 'Jonas Brekke'], found: 'pronoun' });
  });

  test('a source without a name keeps its words, and is known again', () => {
    const text =
      'The quay will “never open again to ships,” a harbour official said.\n\nThe official added: “The ships must go.”';

    expect(quotesIn(text)).toEqual([
      ['never open again to ships,', ['a harbour official']],
      ['The ships must go.', ['a harbour official']],
    ]);
    expect(read(text).quotes.map(({ speaker }) => speaker!.entities)).toEqual([[], []]);
  });
});

test('a nameless source is the one named before, not one named later', () => {
  const text = [
    'The quay will “never open again to ships,” a harbour official said.',
    'The official added: “The ships must go.”',
    'A police official said “nobody will be let in at night”.',
    'The official added: “We mean it.”',
  ].join('\n\n');

  expect(quotesIn(text).map(([, speakers]) => speakers)).toEqual([
    ['a harbour official'],
    ['a harbour official'],
    ['A police official'],
    ['A police official'],
  ]);
});

test('a ministry is no she, and a minister no it', () => {
  const left = 'Foreign Minister Karin Solheim left.\n\nThe finance ministry said nothing.';
  const text = (pronoun: string) => `${left}\n\n${pronoun} later said: “The quay is closed.”`;

  expect(quotesIn(text('She'))).toEqual([['The quay is closed.', ['Karin Solheim']]]);
  expect(quotesIn(text('It'))).toEqual([['The quay is closed.', ['The finance ministry']]]);
});

describe('quotes without a speaker of their own', () => {
  test('go on with the one before in their paragraph', () => {
    expect(quotesIn('“The quay is closed,” Karin Solheim said. “The ships must all go.”')).toEqual([
      ['The quay is closed,', ['Karin Solheim']],
      ['The ships must all go.', ['Karin Solheim']],
    ]);
  });

  test('take the one after if there is none before', () => {
    expect(quotesIn('“The quay is closed.” “The ships must go,” Karin Solheim said.')).toEqual([
      ['The quay is closed.', ['Karin Solheim']],
      ['The ships must go,', ['Karin Solheim']],
    ]);
  });

  test('go on in the next paragraph while it is nothing but a quote', () => {
    const text = '“The quay is closed,” Karin Solheim said. “It is over.\n\n“The ships must all go.”';

    const { quotes } = read(text);

    expect(quotes.map(({ speaker }) => [speaker?.names, speaker?.found])).toEqual([
      [['Karin Solheim'], 'explicit'],
      [['Karin Solheim'], 'carried'],
      [['Karin Solheim'], 'carried'],
    ]);
  });

  test('have none where the text does not tell', () => {
    expect(quotesIn('The wall was painted with the words “the quay is closed for good” in red.')).toEqual([
      ['the quay is closed for good', null],
    ]);
  });

  test('keep their pronoun where it could mean two, and name nobody', () => {
    const text = 'The crowd saw Jonas Brekke with Ivo Brandt at the quay.\n\n“The quay is closed for good,” he said.';

    const [quote] = read(text).quotes;

    expect(quote!.speaker).toMatchObject({ names: [], entities: [], found: 'none' });
    expect(slice(text, quote!.speaker!.mention)).toBe('he');
  });
});
