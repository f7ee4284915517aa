import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import why from '../../../commands/why.ts';
import { refreshDue } from '../../../src/app/feeds/refresh.ts';
import { loadFolder } from '../../../src/app/ingest/library.ts';
import { extractInThread } from '../../../src/app/threads/extraction.ts';
import { readHere } from '../../../src/app/threads/reader.ts';
import { DAY, systemClock } from '../../../src/base/clock.ts';
import { silentLog } from '../../../src/base/log.ts';
import { openFetcher } from '../../../src/intake/web/fetch.ts';
import { politely } from '../../../src/intake/web/polite.ts';
import type { Asker } from '../../../src/model/asker.ts';
import { drawTerminal } from '../../../src/render/terminal.ts';
import { prune } from '../../../src/store/prune.ts';
import { MANAGER, newsroomWith, type TestNewsroom } from '../../support/newsroom.ts';
import { rssOf } from '../../support/sources.ts';
import { openSite, publicAndTestSite, type TestSite } from '../../support/web.ts';

let site: TestSite;
let room: TestNewsroom;
let folder: string;
const reader = readHere();
const fetcher = politely(openFetcher({ check: publicAndTestSite }), systemClock, 0);
const extraction = extractInThread();
const OTHER: Asker = { ...MANAGER, guild: '20' };

beforeAll(async () => {
  site = await openSite({
    '/robots.txt': 'User-agent: *\nDisallow: /closed',
    '/film': (response) => response.writeHead(200, { 'content-type': 'video/mp4' }).end('frames'),
  });
  const feed = rssOf([
    { title: 'Closed harbour', link: site.url('/closed'), guid: '1' },
    { title: 'A film of the storm', link: site.url('/film'), guid: '2' },
    { title: '', link: site.url('/empty'), guid: '3', text: '' },
  ]);
  const withFeed = await openSite({ '/feed': feed });
  room = await newsroomWith([], undefined, { fetcher, extraction, uploads: fetcher, reader });
  await room.open(MANAGER, { askedAt: room.clock.now() }).feeds.add(withFeed.url('/feed'));
  await refreshDue(
    { store: room.store, reader, clock: room.clock, log: silentLog, fetcher, extraction, chance: () => 0 },
    new AbortController().signal,
  );
  folder = await mkdtemp(join(tmpdir(), 'lede-'));
  await writeFile(join(folder, 'wire.jsonl'), '{"title":"Only a headline","url":"https://wire.example/a"}\nnonsense\n');
  await writeFile(join(folder, 'empty.txt'), '');
  await load();
  await withFeed.close();
});

afterAll(async () => {
  await room.close();
  await Promise.all([fetcher.close(), extraction.close(), site.close(), rm(folder, { recursive: true })]);
});

const load = () => loadFolder({ store: room.store, reader, clock: room.clock, log: silentLog }, folder);

async function answer(article: string, asker = MANAGER): Promise<string> {
  const { card } = await why.run({ article }, room.open(asker, { askedAt: room.clock.now() }));
  return drawTerminal(card, { colour: false, zone: 'UTC' });
}

test('an article whose page was refused says so, and that its feed’s words are what is shown', async () => {
  expect(await answer('Closed harbour')).toMatch(/Its page was not read: .*robots.txt asks programs to stay away/);
  expect(await answer(site.url('/film'))).toContain('Its page was not read: ');
});

test('an entry that was not taken in is found by its link, with the reason and the feed', async () => {
  expect(await answer(`${site.url('/empty')}?utm_source=x`)).toMatch(
    /Port News[\s\S]*not taken in from its feed: it has no t/,
  );
});

test('so is what a file holds, by headline, link or place', async () => {
  expect(await answer('only a headline')).toMatch(/wire\.jsonl[\s\S]*not taken in from its file: it has no text\./);
  expect(await answer('https://wire.example/a')).toContain('Only a headline');
  expect(await answer('wire.jsonl, line 2')).toContain('it is not valid JSON');
  expect(await answer('empty.txt')).toContain('it is empty');
});

test('it is offered while somebody types, after what was read', async () => {
  const { suggest } = room.open(MANAGER, { askedAt: room.clock.now() });

  expect(await suggest.articles('headl')).toEqual([{ name: 'Only a headline', value: 'Only a headline' }]);
  expect(
    (await suggest.articles(''))
      .map(({ name }) => name)
      .slice(0, 2)
      .toSorted(),
  ).toEqual(['A film of the storm', 'Closed harbour']);
});

test('what a server’s own feed refused is nobody else’s to know', async () => {
  await expect(answer(site.url('/empty'), OTHER)).rejects.toThrow('No file or feed that is read here');
  expect(await room.open(OTHER, { askedAt: room.clock.now() }).suggest.articles('harbour')).toEqual([]);
  expect(await answer('Only a headline', OTHER)).toContain('wire.jsonl');
});

test('a file that was mended is no longer refused', async () => {
  await writeFile(join(folder, 'empty.txt'), 'Mended\n\nIt holds something now.');
  await load();

  await expect(answer('empty.txt')).rejects.toThrow('No file or feed');
});

test('it is forgotten after some time', async () => {
  await prune(room.store, new Date(room.clock.now().getTime() + DAY));

  await expect(answer('Only a headline')).rejects.toThrow('No file or feed');
});
