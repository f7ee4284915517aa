import { expect, test } from 'vitest';
import { read } from './reading.ts';

const cast = (text: string) => read(text).entities.map(({ name, aliases }) => [name, ...aliases]);
const mentions = (text: string, name: string) =>
  read(text).entities.find((entity) => entity.name === name)?.mentions.length;

test.each([
  ['a surname later', 'Karin Solheim spoke. Solheim then left.', [['Karin Solheim', 'Solheim']]],
  ['a surname before', 'On Monday Solheim spoke. Karin Solheim then left.', [['Karin Solheim', 'Solheim']]],
  ['a surname with its particle', 'Khalid Al-Mazrui spoke. Al-Mazrui then left.', [['Khalid Al-Mazrui', 'Al-Mazrui']]],
  ['a small particle', 'Nasser al-Mazrui spoke, and al-Mazrui then left.', [['Nasser al-Mazrui', 'al-Mazrui']]],
  [
    'a name in the middle',
    'Karin Marie Solheim spoke. Karin Solheim then left.',
    [['Karin Marie Solheim', 'Karin Solheim']],
  ],
  ['a given name', 'Karin Solheim spoke. Her brother saw Karin leave.', [['Karin Solheim', 'Karin']]],
  [
    'an acronym in brackets',
    'The Coastal Rescue Service (CRS) sailed. The CRS came back.',
    [['Coastal Rescue Service', 'CRS']],
  ],
  ['an acronym without', 'The Coastal Rescue Service sailed. The CRS came back.', [['Coastal Rescue Service', 'CRS']]],
  ['two forms in the lists', 'The United Nations met. Later the U.N. voted.', [['United Nations', 'U.N.']]],
  [
    'a short form',
    'The Halden Trade Council met. Later the Trade Council voted.',
    [['Halden Trade Council', 'Trade Council']],
  ],
])('one of them, however named: %s', (_, text, expected) => {
  expect(cast(text)).toEqual(expected);
});

test('two people with one surname stay two', () => {
  const text = 'Karin Solheim and her husband Jonas Solheim spoke.';

  expect(cast(text)).toEqual([['Karin Solheim'], ['Jonas Solheim']]);
});

test('a surname that two people share is given to neither while both are near', () => {
  const text = 'Karin Solheim met Jonas Solheim. On Monday Solheim resigned.';

  expect(cast(text)).toEqual([['Karin Solheim'], ['Jonas Solheim'], ['Solheim']]);
});

test('a form of address tells which of two is meant', () => {
  const text = 'Karin Solheim met Jonas Solheim. On Monday Mrs. Solheim resigned.';

  expect(cast(text)).toEqual([['Karin Solheim', 'Solheim'], ['Jonas Solheim']]);
});

test('every place that names somebody counts, also at the beginning of a sentence', () => {
  expect(mentions('Ngata spoke to Kiri Ngata. Ngata left. Nobody saw Ngata.', 'Kiri Ngata')).toBe(4);
});
