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
  ['capitals in a dateline', 'TANGSUND (Coast News) — It rains in Tangsund.', [['Tangsund', 'TANGSUND']]],
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
  [
    'a ministry in another order',
    'The Ministry of Health paid. The Health Ministry paid again.',
    [['Ministry of Health', 'Health Ministry']],
  ],
  [
    'British and American spelling',
    'The Labour Ministry paid. The Ministry of Labor paid again.',
    [['Ministry of Labor', 'Labour Ministry']],
  ],
  [
    'a short given name',
    'Michael Solheim spoke. Nobody saw Mike Solheim leave.',
    [['Michael Solheim', 'Mike Solheim']],
  ],
  ['an initial', 'Karin Solheim spoke. K. Solheim left.', [['Karin Solheim', 'K. Solheim']]],
  [
    'another spelling',
    'Mohammed Karimi spoke. Nobody saw Muhammad Karimi leave.',
    [['Mohammed Karimi', 'Muhammad Karimi']],
  ],
  ['the surname first', 'Haruki Moroda spoke. Later they met Mr. Moroda Haruki.', [['Haruki Moroda', 'Moroda Haruki']]],
  [
    'another name of hers',
    'Karin Solheim, better known as Anna Lys, sang. Lys left. Nobody saw Solheim.',
    [['Karin Solheim', 'Anna Lys', 'Lys', 'Solheim']],
  ],
  [
    'a real name',
    'Anna Lys, whose real name is Karin Solheim, sang. Lys left.',
    [['Karin Solheim', 'Anna Lys', 'Lys']],
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

test('a surname is that of the only one who has been named so far', () => {
  const text = 'Karin Solheim spoke. Solheim then left. Her brother Jonas Solheim stayed.';

  expect(cast(text)).toEqual([['Karin Solheim', 'Solheim'], ['Jonas Solheim']]);
});

test('a surname that two share is that of the one whom the text is about', () => {
  const about = 'Karin Solheim spoke. Solheim left. Solheim came back. Nobody had asked Solheim.';

  expect(cast(`${about} Her brother Jonas Solheim stayed. Then Solheim rose.`)).toEqual([
    ['Karin Solheim', 'Solheim'],
    ['Jonas Solheim'],
  ]);
  expect(mentions(`${about} Her brother Jonas Solheim stayed. Then Solheim rose.`, 'Karin Solheim')).toBe(5);
});

test('brothers with names alike stay two', () => {
  expect(cast('Hassan Karimi met Hussein Karimi on Monday.')).toHaveLength(2);
  expect(cast('Hassan Ali met Ali Hassan on Monday.')).toHaveLength(2);
});

test('a father and his son stay two, and so do two with one initial', () => {
  expect(cast('Jonas Solheim Sr. met Jonas Solheim Jr. on Monday.')).toHaveLength(2);
  expect(cast('Jan Solheim met Jonas Solheim. Later J. Solheim left.')).toHaveLength(3);
});

test('a king is called by his given name', () => {
  const text = 'King Hussein met Fuad Hussein. The King left.';

  expect(cast(text)).toEqual([['Hussein'], ['Fuad Hussein']]);
});

test('a form of address tells which of two is meant', () => {
  const text = 'Karin Solheim met Jonas Solheim. On Monday Mrs. Solheim resigned.';

  expect(cast(text)).toEqual([['Karin Solheim', 'Solheim'], ['Jonas Solheim']]);
});

test('every place that names somebody counts, also at the beginning of a sentence', () => {
  expect(mentions('Ngata spoke to Kiri Ngata. Ngata left. Nobody saw Ngata.', 'Kiri Ngata')).toBe(4);
});
