import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqlite } from '../src/store/sqlite.ts';
import { type Child, startBot, temporaryFolder } from './support/child.ts';
import { newestArticles } from './support/newest-articles.ts';
import { rssOf } from './support/sources.ts';
import { openSite, type TestSite } from './support/web.ts';

const ITEMS = 60;
let folder: ReturnType<typeof temporaryFolder>;
let site: TestSite;
const started: Child[] = [];

beforeAll(async () => {
  folder = temporaryFolder();
  const items = Array.from({ length: ITEMS }, (_, index) => ({
    title: `News ${index}`,
    guid: `${index}`,
    text: `Boat ${index} has come. `.repeat(90),
  }));
  site = await openSite({ '/feed': (response) => response.writeHead(200, { etag: '"1"' }).end(rssOf(items)) });
  writeFileSync(
    join(folder.path, 'feeds.opml'),
    `<opml><body><outline type="rss" xmlUrl="${site.url('/feed')}"/></body></opml>`,
  );
});

afterAll(async () => {
  for (const each of started) each.process.kill('SIGKILL');
  await site.close();
  folder.remove();
});

function start(): Child {
  const bot = startBot({
    LEDE_DATA_DIR: folder.path,
    LEDE_ARTICLES: folder.path,
    LEDE_FEEDS: join(folder.path, 'feeds.opml'),
    LEDE_ALLOW_PRIVATE_NETWORKS: 'true',
  });
  started.push(bot);
  return bot;
}

async function titles(): Promise<string[]> {
  const store = openSqlite(join(folder.path, 'playground.db'));
  const found = await newestArticles(store, 10_000, new Date(Date.now() + 1e9));
  await store.close();
  return found.map(({ title }) => title);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const giveUp = Date.now() + 50_000;
  while (!(await holds())) {
    if (Date.now() > giveUp) throw new Error('It never came to that.');
    await sleep(20);
  }
}

test('killed in the middle of a refresh, the bot loses and doubles nothing, and stops cleanly in the middle of one', async () => {
  const first = start();
  await first.line('ready');
  await until(async () => (await titles()).length >= 3);
  first.process.kill('SIGKILL');
  await first.ended;
  const kept = (await titles()).length;
  expect(kept).toBeLessThan(ITEMS);

  // What a dead process had in hand is asked again within ten minutes: here, at once.
  const store = openSqlite(join(folder.path, 'playground.db'));
  await store.write.updateTable('feeds').set({ next_at: 0 }).execute();
  await store.close();
  const second = start();
  await second.line('ready');
  await until(async () => (await titles()).length >= Math.min(kept + 2, ITEMS));
  second.process.kill('SIGTERM');
  expect(await second.ended).toEqual({ code: 0, signal: null });

  const third = start();
  await until(async () => (await titles()).length === ITEMS);
  third.process.kill('SIGTERM');
  await third.ended;
  const all = await titles();
  expect(new Set(all).size).toBe(all.length);
  expect(all).toHaveLength(ITEMS);
});
