import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../src/base/root.ts';
import { temporaryFolder } from '../support/child.ts';
import { FERRY } from '../support/news.ts';

let folder: ReturnType<typeof temporaryFolder>;

beforeAll(() => {
  folder = temporaryFolder();
});

afterAll(() => folder.remove());

const LEDE = 'dist/packed/lede.js';
const env = () => ({ ...process.env, LEDE_DATA_DIR: folder.path, DATABASE_URL: '', NO_COLOR: '1' });

function lede(words: readonly string[], input = ''): string {
  return execFileSync(process.execPath, [LEDE, ...words], { cwd: ROOT, env: env(), input, encoding: 'utf8' });
}

const rows = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('a text on standard input is read with offsets into the text as it was given', () => {
  const row = { id: 'f', title: FERRY.title, text: FERRY.text };

  const [reading] = rows(lede(['read', '--json', '-'], `${JSON.stringify(row)}\n`));

  const [quote] = reading.quotes;
  expect(quote.text).toBe(FERRY.text?.slice(quote.start, quote.end));
  expect(quote.speaker).toMatchObject({ name: 'Ida Brekke', mention: expect.any(String), role: 'Port director' });
  expect(FERRY.text).toContain(reading.summary[0]);
  expect(reading.entities.find(({ name }: { name: string }) => name === 'Ida Brekke')).toMatchObject({
    type: 'person',
    aliases: ['Brekke'],
  });
});

test.each([1, 5])('a summary has %i sentences where so many are asked for', (count) => {
  const text =
    'The quay was closed on Monday. It rained. The crane fell. Two ferries wait. A third left. Nobody minded.';

  const input = `${JSON.stringify({ id: 'q', text })}\n`;

  expect(rows(lede(['read', '--json', '--sentences', String(count), '-'], input))[0].summary).toHaveLength(count);
});

test('a bad row gives a row with an error, the others are read, and the exit code is 0', () => {
  const input = [
    '{"id":"a","text":"The ferry stops."}',
    'no json',
    '{"id":"c"}',
    '{"id":"d","text":"The bus starts."}',
  ].join('\n');

  const answers = rows(lede(['read', '--json', '-'], input));

  expect(answers.map(({ id, error }) => [id, error !== undefined])).toEqual([
    ['a', false],
    ['line 2', true],
    ['c', true],
    ['d', false],
  ]);
});

test('a title of null is no title, and a byte order mark is no part of the first row', () => {
  const [reading] = rows(lede(['read', '--json', '-'], '\ufeff{"id":"a","title":null,"text":"The ferry stops."}\n'));

  expect(reading).toMatchObject({ id: 'a', summary: ['The ferry stops.'] });
});

test('several at once all answer', async () => {
  const { path, remove } = temporaryFolder();
  const run = promisify(execFile);
  const options = { cwd: ROOT, env: { ...env(), LEDE_DATA_DIR: path } };
  const answers = Array.from({ length: 5 }, () => run(process.execPath, [LEDE, 'who', 'katz'], options));

  for (const { stdout } of await Promise.all(answers)) expect(stdout).toContain('Israel Katz');
  remove();
});

test('a file that cannot be read gives a row with an error', () => {
  const [row] = rows(lede(['read', '--json', join(folder.path, 'missing.md')]));

  expect(row).toMatchObject({ id: join(folder.path, 'missing.md'), error: expect.stringContaining('missing.md') });
});

test('a file is read for people too', () => {
  const file = join(folder.path, 'ferry.json');
  writeFileSync(file, JSON.stringify(FERRY));

  expect(lede(['read', file])).toContain('Ida Brekke · Port director');
});

test('the slash commands answer in a terminal, before the bot has ever run', () => {
  expect(lede(['who', 'katz'])).toContain('Israel Katz');
  expect(lede(['brief', '--since', 'all'])).toContain('2 articles read · 2 stories · 2 shown');
  expect(lede(['quotes', '--about', 'stable'])).toContain('— Saad Al-Mohammadi');
  expect(lede(['search', 'Hodeidah'])).toContain('Israel Attacks Yemeni Ports');
});

test('a story and what became of an article are asked for by some words of the title', () => {
  expect(lede(['story', 'yemeni', 'ports'])).toMatch(/^Israel Attacks Yemeni Ports[\s\S]*People\n/);
  expect(lede(['why', 'yemeni', 'ports'])).toMatch(/^Israel Attacks Yemeni Ports[\s\S]*Read: \d+ sentences/);
});

test('with --json they answer rows, and nothing else is on standard output', () => {
  const [who] = rows(lede(['who', 'katz', '--json']));
  const stories = rows(lede(['brief', '--since', 'all', '--json']));

  expect(who).toMatchObject({ name: 'Israel Katz', type: 'person', roles: [{ text: 'Defense Minister' }] });
  expect(stories).toHaveLength(2);
});

test('a mistake is one sentence on standard error, and exit code 1', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [LEDE, 'brief', '--since', 'yesterday'], {
    cwd: ROOT,
    env: env(),
    encoding: 'utf8',
  });

  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: '',
    stderr: '“since” takes one of 24h, 3d, 7d, all.\n',
  });
});

test('--help lists the commands', () => {
  expect(lede(['--help'])).toMatch(/read.*brief.*who.*quotes.*search/s);
});

test('saved feeds are shown in order, and a bad file gives a row with an error', () => {
  const feed = join(folder.path, 'port.xml');
  writeFileSync(
    feed,
    `<rss><channel><title>Port News</title><item><guid>f</guid><title>Ferry</title><link>https://port.example/f</link>
     <description>It <b>stops</b>.<script>run()</script></description></item></channel></rss>`,
  );

  const answers = rows(lede(['feed', '--json', 'no-such.xml', feed]));

  expect(answers).toEqual([
    { file: 'no-such.xml', error: expect.stringContaining('does not exist') },
    {
      file: feed,
      feed: { title: 'Port News' },
      entries: [{ id: 'f', title: 'Ferry', url: 'https://port.example/f', summary: 'It <b>stops</b>.' }],
    },
  ]);
});

test.each(['all at once', 'one by one'])(
  'stories on standard input, %s, are answered by id, in the order of the rows, a bad row with an error',
  (how) => {
    const input = [
      JSON.stringify({ id: 7, title: FERRY.title, text: FERRY.text, publishedAt: 'some day' }),
      '{"title":"no id"}',
      JSON.stringify({ id: 'bridge', title: 'Bridge opens in June', text: 'A bridge over the sound opens in June.' }),
      JSON.stringify({ id: 'again', title: FERRY.title, text: FERRY.text }),
    ].join('\n');

    const [ferry, bad, bridge, again] = rows(
      lede(['stories', '--json', ...(how === 'one by one' ? ['--one-by-one'] : []), '-'], input),
    );

    expect([ferry.id, bridge.id, again.id]).toEqual([7, 'bridge', 'again']);
    expect(bad).toEqual({ id: 'line 2', error: expect.stringContaining('Line 2 is no article') });
    expect(again.cluster).toBe(ferry.cluster);
    expect(bridge.cluster).not.toBe(ferry.cluster);
  },
);

test('saved pages are shown in order, packed or not, and a bad one gives a row with an error', () => {
  const [page, packed] = [join(folder.path, 'ferry.html'), join(folder.path, 'ferry.html.gz')];
  const html = `<html><head><title>Ferry</title></head><body><article>${FERRY.text
    ?.split('\n\n')
    .map((words) => `<p>${words}</p>`)
    .join('')}</article></body></html>`;
  writeFileSync(page, html);
  writeFileSync(packed, gzipSync(html));

  const answers = rows(lede(['page', '--json', page, 'no-such.html', packed]));

  expect(answers).toEqual([
    { file: page, title: 'Ferry', text: FERRY.text },
    { file: 'no-such.html', error: expect.stringContaining('does not exist') },
    { file: packed, title: 'Ferry', text: FERRY.text },
  ]);
});

test('a web address is fetched behind the guard, and a refusal is a row like any other', () => {
  const [answer] = rows(lede(['fetch', '--json', 'http://127.0.0.1:9/feed']));

  expect(answer).toEqual({ url: 'http://127.0.0.1:9/feed', error: expect.stringContaining('leads to this machine') });
});
