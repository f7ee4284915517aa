import { expect, test } from 'vitest';
import { articleById, articlesAt } from '../../../src/store/articles/articles.ts';
import { keepArticle, knownHashes, withdraw } from '../../../src/store/articles/keep.ts';
import { counts } from '../../../src/store/counts.ts';
import { namesLike } from '../../../src/store/entities/names-like.ts';
import { migrate } from '../../../src/store/migrations.ts';
import { quotes } from '../../../src/store/quotes/quotes.ts';
import { search } from '../../../src/store/search/search.ts';
import { onEveryDatabase } from '../../support/databases.ts';
import { newestArticles } from '../../support/newest-articles.ts';
import { FERRY, keep, MONDAY, takenFrom } from '../sample.ts';

const ALL = { asOf: MONDAY, limit: 10 };

onEveryDatabase(({ fresh, open, place }) => {
  test('an article comes back as it went in', async () => {
    const store = await fresh();
    const taken = takenFrom(FERRY);
    const captions = [{ text: 'The ferry on Sunday.', credit: 'A. Holm' }, { text: 'The harbour.' }];
    const article = { ...taken.article, author: 'Ida Brandt', language: 'en', captions };

    expect(await keepArticle(store, { ...taken, article })).toBe('new');

    const kept = { ...article, version: 1, firstSeen: MONDAY, storyId: 'ferry', reading: taken.reading };
    expect(await articleById(store, 'ferry')).toEqual(kept);
  });

  test('an undated article is dated when it was first seen', async () => {
    const store = await fresh();
    await keep(store, { id: 'undated', seenHoursAgo: 3 });
    await keep(store, { id: 'older', hoursAgo: 4 });
    await keep(store, { id: 'newer', hoursAgo: 2 });

    const found = await newestArticles(store, 10, MONDAY);

    expect(found.map(({ id, publishedAt }) => [id, publishedAt !== undefined])).toEqual([
      ['newer', true],
      ['undated', false],
      ['older', true],
    ]);
  });

  test('the same content again is known, and counted once', async () => {
    const store = await fresh();
    await keep(store, FERRY);

    expect(await keep(store, { ...FERRY, origin: 'file:copy.txt' })).toBe('known');

    expect(await counts(store, MONDAY)).toMatchObject({
      articles: 1,
      quotes: 1,
      named: { person: 1, organization: 1 },
    });
    expect((await search(store, { words: 'sandbank', ...ALL })).total).toBe(1);
  });

  test('an edited article gets a new version, and the old one can still be shown', async () => {
    const store = await fresh();
    await keep(store, FERRY);
    const edited = {
      ...FERRY,
      title: 'Ferry refloated',
      text: 'The ferry is afloat.',
      person: [],
      organization: [],
      said: [],
    };

    expect(await keep(store, edited)).toBe('changed');

    const versions = await articlesAt(store, [
      { article: 'ferry', version: 2 },
      { article: 'ferry', version: 1 },
    ]);
    expect(versions.map(({ title, reading }) => [title, reading.quotes.length])).toEqual([
      ['Ferry refloated', 0],
      ['Ferry runs aground', 1],
    ]);
  });

  test('what only an older version said is neither found nor counted', async () => {
    const store = await fresh();
    await keep(store, FERRY);
    await keep(store, { ...FERRY, text: 'The ferry is afloat.', person: [], organization: [], said: [] });

    expect((await search(store, { words: 'sandbank', ...ALL })).total).toBe(0);
    expect((await search(store, { words: 'afloat', ...ALL })).total).toBe(1);
    expect((await quotes(store, { about: 'hurt', ...ALL })).total).toBe(0);
    expect(await namesLike(store, '', 10)).toEqual([]);
    expect(await counts(store, MONDAY)).toMatchObject({
      articles: 1,
      quotes: 0,
      named: { person: 0, organization: 0 },
    });
  });

  test('an article is known by its content hash, withdrawn or not', async () => {
    const store = await fresh();
    await keep(store, FERRY);
    await withdraw(store, 'file:news.txt', [], MONDAY);

    const hashes = await knownHashes(store, ['ferry', 'never seen']);

    expect([...hashes]).toEqual([['ferry', takenFrom(FERRY).contentHash]]);
  });

  test('two processes that keep the same article at once keep one', async () => {
    const where = await place();
    const [one, other] = [open(where), open(where)];
    await migrate(one);

    const outcomes = await Promise.all([keep(one, FERRY), keep(other, FERRY), keep(one, FERRY)]);

    expect(outcomes.toSorted()).toEqual(['known', 'known', 'new']);
    expect(await counts(one, MONDAY)).toMatchObject({ articles: 1, quotes: 1, named: { person: 1, organization: 1 } });
  });

  test('somebody first named in two articles kept at once is one person', async () => {
    const store = await fresh();

    await Promise.all(['a', 'b', 'c', 'd'].map((id) => keep(store, { ...FERRY, id })));

    expect(await counts(store, MONDAY)).toMatchObject({ articles: 4, named: { person: 1, organization: 1 } });
  });

  test('an article that cannot be kept whole is not kept at all', async () => {
    const store = await fresh();
    const taken = takenFrom(FERRY);
    const [mara] = taken.reading.entities;
    const beyond = { ...mara!, mentions: [{ start: 0, end: 10_000 }] };

    const failing = keepArticle(store, { ...taken, reading: { ...taken.reading, entities: [beyond] } });

    await expect(failing).rejects.toThrow(/article ferry, version 1/);
    expect((await knownHashes(store, ['ferry'])).size).toBe(0);
    expect(await store.read.selectFrom('entities').select('name').execute()).toEqual([]);
    expect(await keep(store, FERRY)).toBe('new');
  });

  test('a damaged row is an error that names the article, never half a reading', async () => {
    const store = await fresh();
    await keep(store, FERRY);
    await store.write.updateTable('versions').set({ reading: '{"sentences":[{"start":"0"}]}' }).execute();

    await expect(articleById(store, 'ferry')).rejects.toThrow(/article ferry, version 1, is damaged/);
  });

  test('so are spans that the text does not have, and entities that do not fit the reading', async () => {
    const store = await fresh();
    await keep(store, FERRY);
    const set = (row: { reading?: string; entities?: string }) =>
      store.write.updateTable('versions').set(row).execute();
    const reading = (start: number, end: number) =>
      JSON.stringify({ sentences: [{ start, end }], summary: [], quotes: [], entities: [] });

    await set({ reading: reading(0, 9_999) });
    await expect(articleById(store, 'ferry')).rejects.toThrow(/article ferry.*no span 0-9999/);
    await set({ reading: reading(9, 2) });
    await expect(articleById(store, 'ferry')).rejects.toThrow(/article ferry.*no span 9-2/);
    await set({ reading: reading(0, 9) });
    await expect(articleById(store, 'ferry')).rejects.toThrow(/entities of article ferry/);
  });

  test('what was committed is there when the database is opened again', async () => {
    const where = await place();
    const first = open(where);
    await migrate(first);
    await keep(first, FERRY);
    await first.close();

    expect(await articleById(open(where), 'ferry')).toMatchObject({ title: 'Ferry runs aground', firstSeen: MONDAY });
  });

  test('answers are given while an article is being kept, without what is not committed', async () => {
    const store = await fresh();
    await keep(store, FERRY);
    let during: readonly unknown[] = [];

    await store.write.transaction().execute(async (tx) => {
      await tx.updateTable('articles').set({ title: 'Half written' }).execute();
      during = await store.read.selectFrom('articles').select('title').execute();
    });

    expect(during).toEqual([{ title: 'Ferry runs aground' }]);
  });
});
