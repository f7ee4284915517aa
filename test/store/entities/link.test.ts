import { expect, test } from 'vitest';
import { nameKeys } from '../../../src/base/same-name.ts';
import type { EntityType } from '../../../src/model/reading.ts';
import { fullest, type Known, linkTo } from '../../../src/store/entities/link.ts';

const known = (
  [
    { id: 'katz', type: 'person', name: 'israel katz', aliases: ['katz', 'president katz'] },
    { id: 'sudani', type: 'person', name: 'mohammed shia al sudani', aliases: ['mohammed al sudani', 'al sudani'] },
    { id: 'salman', type: 'person', name: 'mohammed bin salman', aliases: ['bin salman'] },
    { id: 'anna1', type: 'person', name: 'anna maria berg', aliases: ['anna berg'] },
    { id: 'anna2', type: 'person', name: 'anna sofia berg', aliases: ['anna berg'] },
    { id: 'short', type: 'person', name: 'fuad hussein', aliases: ['hussein'] },
    { id: 'lone', type: 'person', name: 'neymar', aliases: [] },
    { id: 'gaza', type: 'place', name: 'gaza', aliases: [] },
    { id: 'kyiv', type: 'place', name: 'kyiv', aliases: [] },
    { id: 'health', type: 'organization', name: 'ministry of health', aliases: [] },
    { id: 'board', type: 'organization', name: 'north harbour board', aliases: ['harbour board', 'nhb'] },
  ] satisfies Omit<Known, 'keys'>[]
).map((each): Known => ({ ...each, keys: [each.name, ...each.aliases].flatMap((name) => nameKeys(each.type, name)) }));

// Each row: what it shows, how an article names somebody, and who that is.
test.each<[why: string, type: EntityType, name: string, aliases: string[], id: string | undefined]>([
  ['the same name in other letters', 'person', 'Israel KATZ', [], 'katz'],
  ['the same name with another hyphen', 'person', 'Mohammed Shia al Sudani', [], 'sudani'],
  ['a full name that one person is also called', 'person', 'Mohammed Al-Sudani', [], 'sudani'],
  ['a fuller name, with the known one beside it', 'person', 'Fuad Mohammed Hussein', ['Fuad Hussein'], 'short'],
  ['a fuller name alone could be anybody', 'person', 'Fuad Mohammed Hussein', ['Hussein'], undefined],
  ['a surname alone could be anybody', 'person', 'Katz', [], undefined],
  ['so could one with its article', 'person', 'Al-Sudani', [], undefined],
  ['or with a particle', 'person', 'Bin Salman', [], undefined],
  ['or with a title', 'person', 'President Katz', [], undefined],
  ['a name that two people are called', 'person', 'Anna Berg', [], undefined],
  ['one word that is all anybody says', 'person', 'Neymar', [], 'lone'],
  ['which a longer name is not', 'person', 'Neymar Santos', ['Neymar'], undefined],
  ['a place of the same name as a person', 'place', 'Israel Katz', [], undefined],
  ['a place', 'place', 'Gaza', [], 'gaza'],
  ['an organisation by its shorter name', 'organization', 'Harbour Board', [], 'board'],
  ['the same name in another spelling', 'person', 'Mohamed Shia as-Soudani', [], 'sudani'],
  ['a full alias in another spelling', 'person', 'Muhammad al-Soudani', [], 'sudani'],
  ['a brother', 'person', 'Ahmed Shia Al-Sudani', [], undefined],
  ['a place by another of its names', 'place', 'Kiev', [], 'kyiv'],
  ['a ministry in another order', 'organization', 'Health Ministry', [], 'health'],
  ['but not by its initials', 'organization', 'NHB', [], undefined],
])('%s', (_why, type, name, aliases, id) => {
  const found = linkTo({ name, type, aliases, mentions: [], roles: [] }, known);

  expect(found?.id).toBe(id);
});

test('the name of most words is the fullest, if some article gives it as such', () => {
  const names = [
    { folded: 'al sudani', leads: 1 },
    { folded: 'mohammed al sudani', leads: 4 },
    { folded: 'mohammed shia al sudani', leads: 1 },
    { folded: 'prime minister mohammed shia al sudani', leads: 0 },
  ];

  expect(fullest(names)?.folded).toBe('mohammed shia al sudani');
});

test('of two names of as many words, the more used one is kept', () => {
  const names = [
    { folded: 'kyiv city', leads: 2 },
    { folded: 'city kyiv', leads: 5 },
  ];

  expect(fullest(names)?.folded).toBe('city kyiv');
});
