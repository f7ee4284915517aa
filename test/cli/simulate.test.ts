import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../../src/base/root.ts';
import { openStore } from '../../src/store/open.ts';
import { activeSchedules, addSchedule } from '../../src/store/schedules/schedules.ts';
import { DAILY } from '../store/sample.ts';
import { TOKEN } from '../support/bot.ts';
import { startBot, temporaryFolder } from '../support/child.ts';

let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  folder = temporaryFolder();
});

afterEach(() => folder.remove());

const DAYS = 18;
const LAST = Date.parse('2026-04-08T12:00:00Z');

/** An article a day, over the change to summer time, with markup where a careless page would run it. */
function writeArticles(): void {
  const articles = Array.from({ length: DAYS }, (_, day) => ({
    title: `Day ${day}: <script>alert(1)</script> the ferry to island ${day} sails`,
    outlet: 'Harbour Courier',
    url: `https://news.example/${day}`,
    publishedAt: new Date(LAST - day * 86_400_000).toISOString(),
    text: `The ferry to island ${day} left at noon. “We carried ${day + 100} people,” said captain Ines Oduya. The next one goes tomorrow.`,
  }));
  writeFileSync(join(folder.path, 'articles.json'), JSON.stringify(articles));
}

async function simulate(...words: string[]) {
  const env = { ...process.env, LEDE_DATA_DIR: join(folder.path, 'db'), LEDE_ARTICLES: folder.path, DATABASE_URL: '' };
  const out = join(folder.path, 'report');
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [join(ROOT, 'dist/packed/lede.js'), 'simulate', '--out', out, ...words],
    { env },
  );
  return {
    stdout,
    stderr,
    report: JSON.parse(readFileSync(join(out, 'rehearsal.json'), 'utf8')),
    page: readFileSync(join(out, 'rehearsal.html'), 'utf8'),
  };
}

test('days are played through with their trouble, and every slot is accounted for', async () => {
  writeArticles();

  const { report, page, stdout, stderr } = await simulate(
    ...['--days', String(DAYS), '--at', '07:00', '--zone', 'Europe/Berlin', '--trouble'],
  );

  expect(report.slots).toHaveLength(DAYS);
  // Summer time begins on 29 March: seven o'clock is an hour earlier from then on.
  const hours = report.slots.map(({ slot }: { slot: string }) => slot.slice(5, 16));
  expect(hours).toContain('03-28T06:00');
  expect(hours).toContain('03-29T05:00');
  expect(report.totals).toMatchObject({ late: 1, skipped: 2, failed: 1, posted: DAYS - 3 });
  expect(report.notices).toHaveLength(1);
  expect(report.notices[0].text).toContain('Missing Permissions');
  const posted = report.slots.filter(({ state }: { state: string }) => state === 'posted');
  for (const { receipt, messages } of posted) {
    expect(receipt.read).toBeGreaterThan(0);
    expect(messages.length).toBeGreaterThan(0);
  }
  expect(stdout).toContain(`${DAYS} days in`);
  expect(stderr).toBe('');
  expect(page).toContain('&lt;script&gt;');
  expect(page).not.toContain('<script');
});

test('without times it rehearses seven o’clock where there is no bot, and says what it cannot read', async () => {
  writeArticles();
  writeFileSync(join(folder.path, 'broken.json'), '{');

  const { report, stdout } = await simulate('--days', '2');

  expect(report.schedules).toMatchObject([{ rule: '0 7 * * *', zone: 'UTC' }]);
  expect(stdout).toContain('broken.json');
});

test('the schedules of the bot that is set up here are rehearsed, and left as they are', async () => {
  writeArticles();
  const store = await openStore({ dataDir: join(folder.path, 'db'), file: 'lede.db' });
  const own = { ...DAILY, expression: '30 9 * * *', zone: 'Asia/Baghdad' };
  await addSchedule(store, own);
  await addSchedule(store, { ...own, id: 'paused', state: 'paused' });

  const { report } = await simulate('--days', '3');

  expect(report.schedules).toMatchObject([{ rule: '30 9 * * *', zone: 'Asia/Baghdad', channel: 'news' }]);
  expect(report.totals.posted).toBe(3);
  expect(await activeSchedules(store, 9)).toEqual([own]);
  await store.close();
});

test('a time that is none is refused in one sentence', async () => {
  writeArticles();

  await expect(simulate('--at', 'noonish')).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/time/i) });
});

test('lede play opens the playground although there is a token, and stops with it', async () => {
  const settings = { DISCORD_TOKEN: TOKEN, LEDE_DATA_DIR: folder.path };
  const child = startBot(settings, [process.execPath, 'dist/packed/lede.js', 'play', '--http', '127.0.0.1:0']);
  const { http } = await child.line('ready');

  expect(await (await fetch(String(http))).text()).toContain('<title>Lede · playground</title>');
  child.process.kill('SIGTERM');
  expect(await child.ended).toEqual({ code: 0, signal: null });
});
