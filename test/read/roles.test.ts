import { expect, test } from 'vitest';
import { read, words } from './reading.ts';

const rolesOf = (text: string, name: string) =>
  words(text, read(text).entities.find((entity) => entity.name === name)?.roles ?? []);

test.each([
  ['an office before', 'Foreign Minister Karin Solheim left.', ['Foreign Minister']],
  ['a people and an office', 'Norwegian Prime Minister Karin Solheim left.', ['Norwegian Prime Minister']],
  ['written small', 'They met opposition leader Karin Solheim.', ['opposition leader']],
  ['only for now', 'They met interim President Karin Solheim.', ['interim President']],
  ['of a body', 'Reform Alliance leader Karin Solheim left.', ['Reform Alliance leader']],
  [
    'of a named country',
    'Norway’s acting ambassador to Damascus Karin Solheim left.',
    ['Norway’s acting ambassador to Damascus'],
  ],
  ['an occupation no list has', 'They met glassblower Karin Solheim.', ['glassblower']],
  [
    'a people and two occupations',
    'The Danish violinist and beekeeper Karin Solheim left.',
    ['Danish violinist and beekeeper'],
  ],
  [
    'a year inside',
    'They met fellow 2012 presidential candidate Karin Solheim.',
    ['fellow 2012 presidential candidate'],
  ],
  ['two fields', 'The finance and economy minister Karin Solheim left.', ['finance and economy minister']],
  [
    'unknown words in a noun phrase',
    'Critics like immigration barrister Karin Solheim left.',
    ['immigration barrister'],
  ],
  ['then and now', 'It was signed by then-mayor Karin Solheim.', ['then-mayor']],
  ['whose she is', 'Ivo Brandt sat down. Later Brandt spokeswoman Karin Solheim rose.', ['Brandt spokeswoman']],
  ['no verb before', 'Voters blame mayor Karin Solheim.', ['mayor']],
  ['its kind behind a quote', '“We must go now,” said harbour biologist Karin Solheim.', ['harbour biologist']],
  ['nobody to whom something is done', 'They asked for a prosecutor to question Karin Solheim.', []],
  ['what is had behind the name', 'Karin Solheim, the mayor’s wife, left.', ['mayor’s wife']],
  ['behind brackets', 'Karin Solheim (born in Halden), a restaurateur, left.', ['restaurateur']],
  ['a boy', 'Karin Solheim, a 14-year-old girl from Halden, left.', ['14-year-old girl from Halden']],
  [
    'one of several',
    'Karin Solheim, one of the first pilots of the port, left.',
    ['one of the first pilots of the port'],
  ],
  [
    'an address before, the office behind',
    'His Highness Sheikh Karin Solheim, ruler of Halden, left.',
    ['ruler of Halden'],
  ],
  [
    'an occupation and one with its kind',
    'They met former lawmaker and folk dancer Karin Solheim.',
    ['former lawmaker and folk dancer'],
  ],
  ['of whom she is the envoy', 'The envoy of the mayor, Karin Solheim, left.', ['envoy of the mayor']],
  ['what is done is no part of it', 'The kingdom fined cleric Karin Solheim.', ['cleric']],
  ['elected', 'On Monday Karin Solheim was elected mayor of Halden.', ['mayor of Halden']],
  ['served as', 'Karin Solheim served as mayor of Halden.', ['mayor of Halden']],
  ['leads', 'Karin Solheim, who has led the port since May, left.', ['led the port since May']],
  ['whom she works for', 'Karin Solheim, an aide to Mayor Ivo Brandt, left.', ['aide to Mayor Ivo Brandt']],
  ['of somebody else who speaks', 'On Monday he met Karin Solheim, the mayor said.', []],
  ['not yet', 'If Karin Solheim is elected mayor, the port will close.', []],
  ['an opinion', 'Karin Solheim is a dreamer.', []],
  ['of nobody named', "The party's deputy leader Karin Solheim left.", ['deputy leader']],
  ['an abbreviation', 'Gov. Karin Solheim left.', ['Gov.']],
  ['after the name', 'Karin Solheim, head of the port’s pilots union, left.', ['head of the port’s pilots union']],
  ['after the age', 'Karin Solheim, 45, a nurse from Bergen, left.', ['nurse from Bergen']],
  ['in brackets', 'Karin Solheim (the mayor of Bergen) left.', ['mayor of Bergen']],
  ['as a sentence', 'Karin Solheim is the mayor of Bergen.', ['mayor of Bergen']],
  ['in a relative clause', 'Karin Solheim, who was the mayor of Bergen, left.', ['mayor of Bergen']],
  ['before, with a comma', "The group's top leader, Karin Solheim, could leave.", ['top leader']],
  [
    'named things first',
    'The politician Karin Solheim spoke. Reform Alliance leader Karin Solheim left.',
    ['Reform Alliance leader', 'politician'],
  ],
  ['the same one once', 'Mayor Karin Solheim spoke. Later mayor Karin Solheim left.', ['Mayor']],
  ['none', 'Karin Solheim left the mayor alone.', []],
  ['a form of address is none', 'Mrs. Karin Solheim left.', []],
])('a role is the exact words beside the name: %s', (_, text, expected) => {
  expect(rolesOf(text, 'Karin Solheim')).toEqual(expected);
});

test('a form of address stands between an office and a name', () => {
  const text = 'They met Crown Prince Sheikh Hamad Solheim and President Dr. Ivo Brandt.';

  expect(rolesOf(text, 'Hamad Solheim')).toEqual(['Crown Prince']);
  expect(rolesOf(text, 'Ivo Brandt')).toEqual(['President']);
});

test('several people share the office that stands before them', () => {
  const text = 'They met foreign ministers Karin Solheim, Jonas Brekke and Ivo Brandt, and the painter Anna Holm.';

  for (const name of ['Karin Solheim', 'Jonas Brekke', 'Ivo Brandt'])
    expect(rolesOf(text, name)).toEqual(['foreign ministers']);
  expect(rolesOf(text, 'Anna Holm')).toEqual(['painter']);
});

test('each of two people has the role behind the name', () => {
  const text = 'Karin Solheim, the mayor, and Jonas Brekke, her deputy, left.';

  expect(rolesOf(text, 'Karin Solheim')).toEqual(['mayor']);
  expect(rolesOf(text, 'Jonas Brekke')).toEqual(['deputy']);
});

test('in a list each office belongs to the name after it', () => {
  const text =
    'The cell includes Defense Minister Jonas Brekke, Foreign Minister Karin Solheim, ' +
    'Reform Alliance leader Ivo Brandt, and Norway’s envoy to Iraq Anna Holm.';

  expect(rolesOf(text, 'Jonas Brekke')).toEqual(['Defense Minister']);
  expect(rolesOf(text, 'Karin Solheim')).toEqual(['Foreign Minister']);
  expect(rolesOf(text, 'Ivo Brandt')).toEqual(['Reform Alliance leader']);
  expect(rolesOf(text, 'Anna Holm')).toEqual(['Norway’s envoy to Iraq']);
});
