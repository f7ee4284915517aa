import { expect, test } from 'vitest';
import { keepArticle, withdraw } from '../../../src/store/articles/keep.ts';
import { appearances, companions, entitiesOfArticle } from '../../../src/store/entities/appearances.ts';
import { entityById } from '../../../src/store/entities/entities.ts';
import { namesLike, speakersLike } from '../../../src/store/entities/names-like.ts';
import type { Store } from '../../../src/store/store.ts';
import { onEveryDatabase } from '../../support/databases.ts';
import { hoursBefore, keep, MONDAY, takenFrom } from '../sample.ts';

const names = (entities: readonly { readonly name: string }[]) => entities.map(({ name }) => name);

async function idOf(store: Store, name: string): Promise<string> {
  const found = await namesLike(store, name, 1);
  return found[0]!.id;
}

onEveryDatabase(({ fresh }) => {
  test('names are offered by the beginning of any of their words, also after al-', async () => {
    const store = await fresh();
    await keep(store, { id: 'a', person: ['Ahmed Al-Sharaa / Al-Sharaa', 'Mara Lindqvist'], place: ['Shetland'] });
    const like = async (typed: string) => names(await namesLike(store, typed, 10)).toSorted();

    expect(await like('sh')).toEqual(['Ahmed Al-Sharaa', 'Shetland']);
    expect(await like('sha ahm')).toEqual(['Ahmed Al-Sharaa']);
    expect(await like('al-sha')).toEqual(['Ahmed Al-Sharaa']);
    expect(await like('alsha')).toEqual(['Ahmed Al-Sharaa']);
    expect(await like('indq')).toEqual([]);
  });

  test('with nothing typed, those named most often are offered, of equals the most lately named', async () => {
    const store = await fresh();
    await keep(store, { id: 'a', person: ['Mara Lindqvist'], place: ['Visby', 'Fårö'], hoursAgo: 9 });
    await keep(store, { id: 'b', place: ['Visby'], hoursAgo: 5 });
    await keep(store, { id: 'c', person: ['Ida Brandt'], hoursAgo: 2 });

    expect(names(await namesLike(store, '', 2))).toEqual(['Visby', 'Ida Brandt']);
    expect(
      names(await namesLike(store, '', 9))
        .slice(2)
        .toSorted(),
    ).toEqual(['Fårö', 'Mara Lindqvist']);
  });

  test('as speakers, only those who are quoted are offered, the most quoted first', async () => {
    const store = await fresh();
    const text = 'Mara Lindqvist and Ida Brandt: “We wait.” Ida Brandt: “Or not.” Erik Holm left.';
    await keep(store, {
      id: 'a',
      text,
      person: ['Mara Lindqvist', 'Ida Brandt', 'Erik Holm'],
      said: [
        { words: 'We wait.', by: ['Mara Lindqvist', 'Ida Brandt'] },
        { words: 'Or not.', by: ['Ida Brandt'] },
      ],
    });

    expect(names(await speakersLike(store, '', 10))).toEqual(['Ida Brandt', 'Mara Lindqvist']);
    expect(names(await speakersLike(store, 'mar', 10))).toEqual(['Mara Lindqvist']);
    expect(await speakersLike(store, 'erik', 10)).toEqual([]);
  });

  test('the fullest name any article gives is the name, the others are aliases', async () => {
    const store = await fresh();
    await keep(store, { id: 'a', person: ['Mohammed Al-Sudani / Al-Sudani'] });
    await keep(store, { id: 'b', person: ['Mohammed Shia Al-Sudani / Mohammed Al-Sudani / the premier'] });

    const [sudani, ...others] = await namesLike(store, 'sudani', 10);

    expect(others).toEqual([]);
    expect(sudani).toMatchObject({ name: 'Mohammed Shia Al-Sudani', type: 'person' });
    expect(sudani!.aliases.toSorted()).toEqual(['Al-Sudani', 'Mohammed Al-Sudani', 'the premier']);
    expect(await entityById(store, sudani!.id)).toEqual(sudani);
    expect(await entityById(store, 'nobody')).toBeUndefined();
  });

  test('one person in two spellings is one, a brother is not', async () => {
    const store = await fresh();
    await keep(store, { id: 'a', person: ['Muammar Qaddafi / Qaddafi'], place: ['Kiev'] });
    await keep(store, { id: 'b', person: ['Moammar al-Gadhafi / al-Gadhafi'], place: ['Kyiv'] });
    await keep(store, { id: 'c', person: ['Saif Qaddafi', 'Hassan Karimi'] });
    await keep(store, { id: 'd', person: ['Hussein Karimi'] });

    expect(names(await namesLike(store, '', 10))).toHaveLength(5);
    expect(await namesLike(store, 'gadhafi', 10)).toMatchObject([
      { aliases: expect.arrayContaining(['Qaddafi', 'al-Gadhafi']) },
    ]);
    expect(await namesLike(store, 'karimi', 10)).toHaveLength(2);
  });

  test('a name goes with the last article that gives it', async () => {
    const store = await fresh();
    await keep(store, { id: 'a', person: ['Mohammed Al-Sudani'], origin: 'file:a.txt' });
    await keep(store, { id: 'b', person: ['Mohammed Shia Al-Sudani / Mohammed Al-Sudani'], origin: 'file:b.txt' });

    await withdraw(store, 'file:b.txt', [], MONDAY);

    expect(await namesLike(store, 'mohammed', 10)).toMatchObject([{ name: 'Mohammed Al-Sudani', aliases: [] }]);
    expect(await namesLike(store, 'shia', 10)).toEqual([]);
  });

  test('a name that is only an alias any more is not the name any more', async () => {
    const store = await fresh();
    await keep(store, { id: 'a', person: ['Mohammed Shia Al-Sudani / Mohammed Al-Sudani'], origin: 'file:a.txt' });
    await keep(store, { id: 'b', person: ['Mohammed Al-Sudani / Mohammed Shia Al-Sudani'], origin: 'file:b.txt' });

    await withdraw(store, 'file:a.txt', [], MONDAY);

    const [sudani] = await namesLike(store, 'shia', 10);
    expect(sudani).toMatchObject({ name: 'Mohammed Al-Sudani', aliases: ['Mohammed Shia Al-Sudani'] });
  });

  test('two who come to bear the same name stay two', async () => {
    const store = await fresh();
    await keep(store, { id: 'a', person: ['Anna Maria Berg'], origin: 'file:a.txt' });
    await keep(store, { id: 'b', person: ['Anna Maria Lo Berg / Anna Maria Berg'], origin: 'file:b.txt' });
    await keep(store, { id: 'c', person: ['Anna Berg'], origin: 'file:c.txt' });
    await keep(store, { id: 'd', person: ['Anna Maria Berg / Anna Berg'], origin: 'file:d.txt' });
    expect(await namesLike(store, 'berg', 10)).toHaveLength(3);

    await withdraw(store, 'file:b.txt', [], MONDAY);

    expect(await namesLike(store, 'berg', 10)).toHaveLength(3);
  });

  test('somebody whom no listed article names any more is known by id alone, and comes back as the same', async () => {
    const store = await fresh();
    await keep(store, { id: 'a', person: ['Mara Lindqvist'] });
    const id = await idOf(store, 'mara');
    await withdraw(store, 'file:news.txt', [], MONDAY);

    expect(await namesLike(store, '', 10)).toEqual([]);
    expect(await entityById(store, id)).toMatchObject({ name: 'Mara Lindqvist' });
    await keep(store, { id: 'b', person: ['Mara Lindqvist'] });
    expect(await idOf(store, 'mara')).toBe(id);
  });

  test('appearances are the articles that name somebody, newest first, with their place in the reading', async () => {
    const store = await fresh();
    await keep(store, { id: 'old', person: ['Mara Lindqvist'], hoursAgo: 9, seenHoursAgo: 9 });
    await keep(store, { id: 'new', person: ['Ida Brandt', 'Mara Lindqvist'], hoursAgo: 2, seenHoursAgo: 2 });
    await keep(store, { id: 'without', person: ['Ida Brandt'], hoursAgo: 1 });
    const mara = await idOf(store, 'mara');

    const all = await appearances(store, mara, { asOf: MONDAY, limit: 10 });
    const newest = await appearances(store, mara, { asOf: MONDAY, limit: 1 });
    const before = await appearances(store, mara, { asOf: hoursBefore(5), limit: 10 });

    expect(all.appearances.map(({ article, local }) => [article.id, local])).toEqual([
      ['new', 1],
      ['old', 0],
    ]);
    expect([newest.appearances.length, newest.total]).toEqual([1, 2]);
    expect([before.appearances[0]?.article.id, before.total]).toEqual(['old', 1]);
  });

  test('somebody an article lists twice appears in it once', async () => {
    const store = await fresh();
    await keep(store, { id: 'a', person: ['Ahmed Al-Sharaa', 'Ida Brandt', 'Ahmed al Sharaa'] });
    const sharaa = await idOf(store, 'sharaa');

    expect(await appearances(store, sharaa, { asOf: MONDAY, limit: 10 })).toMatchObject({
      total: 1,
      appearances: [{ local: 0 }],
    });
    const entities = await entitiesOfArticle(store, { article: 'a', version: 1 });
    expect([entities.get(0)?.id, entities.get(1)?.name, entities.get(2)?.id]).toEqual([sharaa, 'Ida Brandt', sharaa]);
  });

  test('an old version still knows whom it named', async () => {
    const store = await fresh();
    await keep(store, { id: 'a', person: ['Mara Lindqvist', 'Ida Brandt'] });
    await keep(store, { id: 'a', title: 'Corrected', person: ['Ida Brandt'] });

    const before = await entitiesOfArticle(store, { article: 'a', version: 1 });
    const after = await entitiesOfArticle(store, { article: 'a', version: 2 });

    expect([...before.values()].map(({ name }) => name)).toEqual(['Mara Lindqvist', 'Ida Brandt']);
    expect(after.get(0)).toEqual(before.get(1));
    expect(await entitiesOfArticle(store, { article: 'a', version: 3 })).toEqual(new Map());
  });

  test('companions are those who appear in the same articles, the most often first', async () => {
    const store = await fresh();
    await keep(store, { id: 'a', person: ['Mara Lindqvist', 'Ida Brandt'], place: ['Visby'] });
    await keep(store, { id: 'b', person: ['Mara Lindqvist'], place: ['Visby'] });
    await keep(store, { id: 'c', person: ['Erik Holm'], place: ['Visby'] });

    const found = await companions(store, await idOf(store, 'mara'), 10);

    expect(found.map(({ entity, articles }) => [entity.name, articles])).toEqual([
      ['Visby', 2],
      ['Ida Brandt', 1],
    ]);
  });

  test('a name of signs alone does no harm', async () => {
    const store = await fresh();
    const taken = takenFrom({ id: 'a', text: 'The band !!! played.', organization: ['!!!'] });

    expect(await keepArticle(store, taken)).toBe('new');
    expect(names(await namesLike(store, '', 10))).toEqual(['!!!']);
  });
});
