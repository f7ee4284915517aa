import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { articleById } from '../../src/store/articles/articles.ts';
import { withdraw } from '../../src/store/articles/keep.ts';
import { migrate } from '../../src/store/migrations.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { keep, MONDAY } from './sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'lede-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('while another process writes, this one waits and goes on with other things', async () => {
  const file = join(folder, 'shared.db');
  const [ours, theirs] = [openSqlite(file), openSqlite(file)];
  await migrate(ours);
  let turns = 0;
  let waiting: Promise<unknown> = Promise.resolve();

  await theirs.write.transaction().execute(async (tx) => {
    await tx.updateTable('turns').set({ taken: 0 }).execute();
    waiting = keep(ours, { id: 'a' });
    for (; turns < 20; turns++) await setImmediate();
    expect(await articleById(ours, 'a')).toBeUndefined();
  });

  expect(turns).toBe(20);
  expect(await waiting).toBe('new');
  expect(await keep(ours, { id: 'b' })).toBe('new');
  await Promise.all([ours.close(), theirs.close()]);
});

test('the word index stays true to the articles through edits and withdrawals', async () => {
  const store = openSqlite(join(folder, 'index.db'));
  await migrate(store);
  await keep(store, { id: 'a', text: 'A ferry left.' });
  await keep(store, { id: 'b', text: 'A train left.' });
  await keep(store, { id: 'a', text: 'A ferry sank.', origin: 'file:a.txt' });
  await withdraw(store, 'file:news.txt', [], MONDAY);
  await keep(store, { id: 'b', text: 'A train stopped.', title: 'Corrected' });
  await withdraw(store, 'file:a.txt', [], MONDAY);

  const check = sql`insert into article_words (article_words, rank) values ('integrity-check', 1)`;

  await expect(check.execute(store.write)).resolves.toBeDefined();
  await store.close();
});

test('a database in memory is read and written through one door', async () => {
  const store = openSqlite(':memory:');
  await migrate(store);
  await keep(store, { id: 'a' });

  expect((await articleById(store, 'a'))?.id).toBe('a');
  await store.close();
  await store.close();
});

test('a store that was never asked anything can be closed', async () => {
  await expect(openSqlite(join(folder, 'unused.db')).close()).resolves.toBeUndefined();
});

test('changes made together wait for the disk once', async () => {
  const store = openSqlite(join(folder, 'together.db'));
  await migrate(store);
  const leave = (guild: string) =>
    store.together((tx) => tx.insertInto('departures').values({ guild, left_at: 1 }).execute());
  const [first, second] = [leave('a'), leave('b')];
  await first;

  expect(await store.read.selectFrom('departures').select('guild').execute()).toEqual([{ guild: 'a' }, { guild: 'b' }]);
  await second;
  await store.close();
});
