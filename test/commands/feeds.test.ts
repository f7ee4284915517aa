import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { openFeedDesk } from '../../src/app/feeds/open-desk.ts';
import { extractInThread } from '../../src/app/threads/extraction.ts';
import { readHere } from '../../src/app/threads/reader.ts';
import { systemClock } from '../../src/base/clock.ts';
import { UserError } from '../../src/base/errors.ts';
import { actionAt } from '../../src/discord/command.ts';
import { alsoPrivate } from '../../src/intake/web/address.ts';
import { openFetcher } from '../../src/intake/web/fetch.ts';
import { politely } from '../../src/intake/web/polite.ts';
import { chooseFeed, feedsOf } from '../../src/store/feeds/audiences.ts';
import { addFeed, setCommonFeeds } from '../../src/store/feeds/feeds.ts';
import { botWith, type TestBot, textOf } from '../support/bot.ts';
import { MANAGER } from '../support/newsroom.ts';
import { rssOf } from '../support/sources.ts';
import { openSite, type TestSite } from '../support/web.ts';
import { newsrooms } from '../support/with-news.ts';

const withNews = newsrooms();

let bot: TestBot;
let site: TestSite;
const uploads = openFetcher({ check: alsoPrivate });
const fetcher = politely(uploads, systemClock, 0);
const extraction = extractInThread();

beforeAll(async () => {
  site = await openSite({
    '/': '<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head><body>Port News</body></html>',
    '/rss': rssOf([
      { title: 'Ferry to close', guid: '1', date: 'Mon, 02 Mar 2026 05:00:00 GMT', text: 'Words. '.repeat(400) },
    ]),
    '/gull': rssOf([{ title: 'Gulls are back', guid: '1' }], 'The Gull'),
    '/page': '<html><body><p>No feed here.</p></body></html>',
  });
  bot = await botWith({ web: { fetcher, extraction, uploads, reader: readHere() } });
  await setCommonFeeds(bot.store, [{ url: 'https://common.example/rss', title: 'Common News' }], new Date());
});

afterAll(async () => {
  await bot.close();
  await Promise.all([fetcher.close(), extraction.close(), site.close()]);
});

const ada = () => bot.discord.person('Ada');
const listed = async () => textOf((await ada().slash('feeds list')).message);

test('a manager adds a feed by its site, everybody sees it, and a manager removes it', async () => {
  const added = await ada().slash('feeds add', { url: site.url('/') });
  expect(added.private).toBe(true);
  expect(textOf(added.message)).toContain('Port News');
  expect(textOf((await ada().slash('feeds add', { url: site.url('/rss') })).message)).toContain(
    'reads that feed already',
  );

  const list = await bot.discord.person('Ben').slash('feeds list');
  expect(list.private).toBe(false);
  expect(textOf(list.message)).toMatch(/2 feeds[\s\S]*Common News[\s\S]*common to all servers[\s\S]*Port News/);

  const [offer] = await ada().type('feeds remove', 'feed', 'port');
  const removed = await ada().slash('feeds remove', { feed: String(offer?.value) });
  expect(textOf(removed.message)).toContain('no longer shown here');
  expect(await listed()).not.toContain('Port News');
});

test('who is no manager is told in private which permission it takes', async () => {
  for (const [path, answers] of [
    ['feeds add', { url: site.url('/rss') }],
    ['feeds remove', { feed: 'Common News' }],
    ['feeds check', { url: site.url('/rss') }],
    ['feeds export', {}],
  ] as const) {
    const refused = await bot.discord.person('Ben').slash(path, answers);
    expect(refused.private).toBe(true);
    expect(textOf(refused.message)).toContain('permission Manage Server');
  }
});

test('removing a common feed opts this server out, adding it again brings it back', async () => {
  const common = (await feedsOf(bot.store, undefined))[0]!;
  await setCommonFeeds(bot.store, [{ url: common.url, title: 'Common News' }, { url: site.url('/gull') }], new Date());

  const [offer] = await ada().type('feeds remove', 'feed', 'gull');
  const removed = await ada().slash('feeds remove', { feed: String(offer?.value) });
  expect(textOf(removed.message)).toContain('Other servers still read it');
  expect(await listed()).not.toContain('/gull');

  await ada().slash('feeds add', { url: site.url('/gull') });
  expect(await listed()).toContain('/gull');
});

test('a check says step by step what would happen, up to the step that fails', async () => {
  const good = textOf((await ada().slash('feeds check', { url: site.url('/rss') })).message);
  expect(good).toMatch(
    /Address[\s\S]*Fetched[\s\S]*kB[\s\S]*Read[\s\S]*“Port News”, 1 entry,[\s\S]*Texts[\s\S]*1 of 1/,
  );

  const gone = textOf((await ada().slash('feeds check', { url: site.url('/nowhere') })).message);
  expect(gone).toMatch(/Fetched\*\* failed: it is not there \(status 404\)/);

  const secret = textOf((await ada().slash('feeds check', { url: 'http://me:hunter2@port.example/' })).message);
  expect(secret).toContain('Address** failed');
  expect(secret).not.toContain('hunter2');
});

test('where no feed is read, an export says so and what to do', async () => {
  const { open } = await withNews();

  await expect(actionAt(commands, 'feeds export')!.run({}, open(MANAGER))).rejects.toThrow(
    new UserError('This server reads no feeds yet. Add one with /feeds add first.'),
  );
});

test('a server reads up to a hundred feeds of its own, and one member adds up to two hundred anywhere', async () => {
  const now = new Date();
  const desk = (guild: string) =>
    openFeedDesk(bot.store, { ...MANAGER, guild }, now, { fetcher, extraction, uploads, reader: readHere() });
  const choose = async (guild: string, madeBy: string, many: number) => {
    for (let nth = 0; nth < many; nth += 1) {
      const feed = await addFeed(bot.store, { url: `https://port.example/${nth}` }, now);
      await chooseFeed(bot.store, { guild, feed, madeBy, now }, true);
    }
  };
  const full = new UserError(
    'There is no room: a server reads up to 100 feeds of its own, and one member adds up to 200. Remove one with /feeds remove first.',
  );

  await choose('full', 'others', 99);
  expect((await desk('full').add(site.url('/rss'))).feed.title).toBe('Port News');
  await desk('full').remove(site.url('/rss'));
  await choose('full', 'others', 100);
  await expect(desk('full').add(site.url('/rss'))).rejects.toThrow(full);

  await choose('one', MANAGER.member, 100);
  await choose('two', MANAGER.member, 100);
  await expect(desk('three').add(site.url('/rss'))).rejects.toThrow(full);
});

test('what is no feed is refused with what to do', async () => {
  expect(textOf((await ada().slash('feeds add', { url: site.url('/page') })).message)).toMatch(/names none/);
  expect(textOf((await ada().slash('feeds add', { url: 'http://169.254.169.254/' })).message)).toMatch(/169\.254/);
});

test('feeds come and go as an OPML file', async () => {
  const opml = `<opml version="2.0"><body><outline text="Folder"><outline type="rss" text="Port News" xmlUrl="${site.url('/rss')}"/></outline>
    <outline type="rss" text="Elsewhere" xmlUrl="https://else.example/rss"/><outline text="bad" xmlUrl="file:///etc/passwd"/></body></opml>`;
  const imported = await ada().slash('feeds import', { file: { name: 'feeds.opml', content: Buffer.from(opml) } });
  expect(textOf(imported.message)).toContain('2 feeds added');
  expect(
    textOf((await ada().slash('feeds import', { file: { name: 'x.opml', content: Buffer.from(opml) } })).message),
  ).toContain('2 feeds of the file were read here already');

  const exported = await ada().slash('feeds export');
  const { url } = exported.message.attachments[0]!;
  const text = (await uploads.fetch(url)).bytes.toString();
  expect(text).toContain('https://else.example/rss');
  expect(text).toContain(site.url('/rss'));

  const bad = await ada().slash('feeds import', { file: { name: 'x.opml', content: Buffer.from('no list') } });
  expect(textOf(bad.message)).toContain('was not imported');
});
