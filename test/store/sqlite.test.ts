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

test('a full disk is called by its name, and what fits beside it is kept', async () => {
  const store = openSqlite(join(folder, 'full.db'));
  await migrate(store);
  const view = (id: string, length: number) =>
    store.together((tx) =>
      tx
        .insertInto('views')
        .values({ id, made_at: 1, body: 'x'.repeat(length) })
        .execute(),
    );
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.write);
  await sql`pragma max_page_count = ${sql.lit(rows[0]!.page_count + 4)}`.execute(store.write);

  const [small, large, other] = await Promise.allSettled([view('a', 10), view('b', 100_000), view('c', 10)]);

  expect([small?.status, other?.status]).toEqual(['fulfilled', 'fulfilled']);
  expect(large).toMatchObject({ status: 'rejected', reason: { message: 'database or disk is full' } });
  await sql`pragma max_page_count = 100000`.execute(store.write);
  await view('d', 100_000);
  expect(await store.read.selectFrom('views').select('id').orderBy('id').execute()).toEqual(
    ['a', 'c', 'd'].map((id) => ({ id })),
  );
  await store.close();
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
