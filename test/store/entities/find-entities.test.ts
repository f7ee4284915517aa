import { expect, test } from 'vitest';
import { findEntities } from '../../../src/store/entities/find-entities.ts';
import type { Store } from '../../../src/store/store.ts';
import { onEveryDatabase } from '../../support/databases.ts';
import { keep } from '../sample.ts';

const CAST = {
  id: 'cast',
  person: [
    'Mara Lindqvist / Lindqvist',
    'Erik Lindqvist',
    'Abdul Malik al-Houthi / al-Houthi',
    'Mohammed Shia Al-Sudani / Mohammed Al-Sudani',
    'Israel Katz',
    'Jürgen Åström',
    'Hassan Nasrallah',
  ],
  organization: ['Harbour Board / HB', 'U.N. Security Council', 'Houthis'],
  place: ['Israel', 'Gaza Strip', 'Gaza', 'Türkiye'],
};

async function named(store: Store, typed: string): Promise<string[]> {
  return (await findEntities(store, typed)).entities.map(({ name }) => name);
}

onEveryDatabase(({ fresh }) => {
  test('a name is understood however it is typed', async () => {
    const store = await fresh();
    await keep(store, CAST);
    // Each row: what it shows, what is typed, and who is meant.
    const ladder: [why: string, typed: string, names: string[]][] = [
      ['the full name', 'Mara Lindqvist', ['Mara Lindqvist']],
      ['any case', 'mara LINDQVIST', ['Mara Lindqvist']],
      ['an alias', 'hb', ['Harbour Board']],
      ['a full alias', 'mohammed al-sudani', ['Mohammed Shia Al-Sudani']],
      ['without diacritics', 'jurgen astrom', ['Jürgen Åström']],
      ['diacritics nobody wrote', 'Mära Lindqvist', ['Mara Lindqvist']],
      ['without hyphen', 'abdul malik al houthi', ['Abdul Malik al-Houthi']],
      ['without al-', 'abdul malik houthi', ['Abdul Malik al-Houthi']],
      ['in one word', 'abdulmalik alhouthi', ['Abdul Malik al-Houthi']],
      ['another spelling', 'Abdel Malek Huthi', ['Abdul Malik al-Houthi']],
      ['a surname in another spelling', 'al-soudani', ['Mohammed Shia Al-Sudani']],
      ['a place by its other name', 'turkey', ['Türkiye']],
      ['initials without full stops', 'un security council', ['U.N. Security Council']],
      ['a place rather than the person who bears its name', 'israel', ['Israel']],
      ['a place rather than longer ones', 'gaza', ['Gaza']],
      ['a surname', 'katz', ['Israel Katz']],
      ['a surname with al-', 'al sudani', ['Mohammed Shia Al-Sudani']],
      ['a surname that two bear, though one is called by it alone', 'lindqvist', ['Erik Lindqvist', 'Mara Lindqvist']],
      ['first and last name alone', 'abdul houthi', ['Abdul Malik al-Houthi']],
      ['the beginnings of words', 'har bo', ['Harbour Board']],
      ['a letter missing', 'Nasralah', ['Hassan Nasrallah']],
      ['two letters changed', 'isreal katz', ['Israel Katz']],
      ['a wrong first letter', 'batz', ['Israel Katz']],
      ['two slips in a long word', 'Nazralah', ['Hassan Nasrallah']],
      ['a slip in each word', 'Mada Lindqist', ['Mara Lindqvist']],
      ['a slip after al-', 'alsudany', ['Mohammed Shia Al-Sudani']],
      ['but no slip in a short word', 'Hxb', []],
      ['nobody', 'Zebedee', []],
      ['signs alone', '?!', []],
      ['nothing', '', []],
    ];

    for (const [why, typed, names] of ladder) {
      expect((await named(store, typed)).toSorted(), why).toEqual(names);
    }
  });

  test('of several who fit, the most often named comes first', async () => {
    const store = await fresh();
    await keep(store, { id: 'a', person: ['Erik Lindqvist', 'Mara Lindqvist'] });
    await keep(store, { id: 'b', person: ['Mara Lindqvist'] });

    expect(await named(store, 'lindqvist')).toEqual(['Mara Lindqvist', 'Erik Lindqvist']);
  });

  test('where nobody fits, names that are like it are offered', async () => {
    const store = await fresh();
    await keep(store, CAST);

    const { entities, near } = await findEntities(store, 'Hassan Linquist');

    expect(entities).toEqual([]);
    expect(near.map(({ name }) => name)).toContain('Hassan Nasrallah');
    expect((await findEntities(store, 'Lindgren')).near.map(({ name }) => name)).toContain('Mara Lindqvist');
    expect((await findEntities(store, 'Zebedee')).near).toEqual([]);
  });

  test('a slip less is nearer', async () => {
    const store = await fresh();
    await keep(store, { id: 'a', person: ['Ivo Markensson', 'Ivo Markersson'] });

    expect(await named(store, 'markerson')).toEqual(['Ivo Markersson']);
    expect((await named(store, 'markesson')).toSorted()).toEqual(['Ivo Markensson', 'Ivo Markersson']);
  });

  test('who is called by one word in one article is not taken for somebody of that surname in another', async () => {
    const store = await fresh();
    await keep(store, { id: 'a', person: ['Katz'] });
    await keep(store, { id: 'b', person: ['Israel Katz'] });

    expect((await named(store, 'katz')).toSorted()).toEqual(['Israel Katz', 'Katz']);
    expect(await named(store, 'israel katz')).toEqual(['Israel Katz']);
  });
});
