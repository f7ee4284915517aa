import { describe, expect, test } from 'vitest';
import { read } from './reading.ts';

const lastNames = (text: string) => read(text).quotes.at(-1)!.speaker?.names;

describe('whom local words mean', () => {
  test.each([
    [
      'the former',
      'Karin Solheim met Jonas Brekke. “The quay is closed for good,” the former said.',
      ['Karin Solheim'],
    ],
    ['the latter', 'Karin Solheim met Jonas Brekke. “The quay is closed for good,” the latter said.', ['Jonas Brekke']],
    [
      'the two',
      'Karin Solheim met Jonas Brekke. “The quay is closed for good,” the two said.',
      ['Karin Solheim', 'Jonas Brekke'],
    ],
    [
      'an office written out',
      'Gov. Karin Solheim left. “The quay is closed for good,” the governor said.',
      ['Karin Solheim'],
    ],
    [
      'of two mayors the one of Orvik',
      'Halden Mayor Jonas Brekke met Orvik Mayor Karin Solheim. “The quay is closed for good,” the Orvik mayor said.',
      ['Karin Solheim'],
    ],
    [
      'of two mayors the one just heard',
      'Orvik Mayor Karin Solheim met Halden Mayor Jonas Brekke. Brekke was calm.\n\n“The quay is closed for good,” the mayor said.',
      ['Jonas Brekke'],
    ],
    [
      'who spoke last, turned',
      'Karin Solheim met Jonas Brekke. “It is late,” said Ivo Brandt, an adviser to Nils Holm and to Per Dahl. “We must all go,” he said.',
      ['Ivo Brandt'],
    ],
    [
      'the first name of a sentence that ends in he said',
      'Ivo Brandt was with Jonas Brekke all day, he said.\n\n“The quay is closed for good,” he said.',
      ['Ivo Brandt'],
    ],
    [
      'they',
      'Karin Solheim met Jonas Brekke.\n\n“The quay is closed for good,” they said.',
      ['Karin Solheim', 'Jonas Brekke'],
    ],
    [
      'who spoke at the end of a sentence',
      'It is the first time a minister has come, said Ivo Brandt, head of the port board. Nobody else did. “We are very glad of it,” he said.',
      ['Ivo Brandt'],
    ],
    [
      'not a rank before a reason',
      'While he said the storm was a major reason for it, Ivo Brandt also named others. “We are all very tired,” he said.',
      ['Ivo Brandt'],
    ],
    ['with a verb in it', 'Ivo Brandt left early. “The quay is closed for good,” he’d said before.', ['Ivo Brandt']],
    [
      'over a long speech',
      `Karin Solheim met Jonas Brekke. Brekke was calm.\n\n“${'It is late. '.repeat(9)}We must go,” he said.`,
      ['Jonas Brekke'],
    ],
    [
      'not the name inside a clause',
      'Ivo Brandt, who served under the old mayor, Jonas Brekke, said little.\n\n“The quay is closed for good,” he said.',
      ['Ivo Brandt'],
    ],
    [
      'one of them, who has no name',
      'The fishermen left. “The quay is closed for good,” one of them said.',
      ['one of them'],
    ],
    [
      'he, not the reporter who asked',
      'Ivo Brandt met the press.\n\n“Is it late?” a reporter asked.\n\n“It is late,” the candidate replied.\n\n“We must all go,” he added.',
      ['Ivo Brandt'],
    ],
    [
      'he, of an office that tells nobody apart',
      'Ivo Brandt met the press.\n\nThe candidate was calm.\n\n“The quay is closed for good,” he said.',
      ['Ivo Brandt'],
    ],
    [
      'the leader of another kind, where the role is of a named party',
      'Labour leader Karin Solheim left. “The quay is closed for good,” the opposition leader said.',
      ['Karin Solheim'],
    ],
    [
      'no prime minister by “the former finance minister”',
      'Karin Solheim met Prime Minister Ivo Brandt.\n\n“The quay is closed for good,” said the former finance minister.',
      ['the former finance minister'],
    ],
    [
      'whom the text was about, and not a minister of another kind',
      'Opposition leader Jonas Brekke will vote against Prime Minister Ivo Brandt, he said.\n\nThe former finance minister needs 76 votes. “I can count for myself,” he said.',
      ['Jonas Brekke'],
    ],
    ['an owner', 'Ivo Brandt won the vote. His call for “a total and complete ban on ships” helped.', ['Ivo Brandt']],
  ])('%s', (_, text, names) => {
    expect(lastNames(text)).toEqual(names);
  });

  test.each([
    ['one of three', 'Karin Solheim met Jonas Brekke and Ivo Brandt. “The quay is closed for good,” the former said.'],
    ['the author', '“We will not pay for any of it,” I told him.'],
  ])('nobody is named where the text does not tell: %s', (_, text) => {
    expect(read(text).quotes.at(-1)!.speaker).toMatchObject({ names: [], found: 'none' });
  });
});
