import { afterEach, expect, test } from 'vitest';
import { DAY, HOUR } from '../../../src/base/clock.ts';
import { chooseFeed } from '../../../src/store/feeds/audiences.ts';
import { addFeed, dueFeeds } from '../../../src/store/feeds/feeds.ts';
import { scopedTo } from '../../../src/store/scoped.ts';
import { newestArticles } from '../../support/newest-articles.ts';
import { rssOf, siteWithFeed, sourcesWith, type TestSources } from '../../support/sources.ts';
import { type Answer, openSite } from '../../support/web.ts';

const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.close();
});

const PARAGRAPHS = [
  'The ferry line between Tromso and Kvaloy will close in May, the harbour board announced on Monday evening.',
  'Some 200 commuters use the boat every day, and many of them came to the meeting to say what they think of it.',
  'The board said that a bus would replace the boat, and that the fare for the bus would be lower than for the boat.',
];
const PAGE = `<html><head><title>Ferry</title></head><body><article>${PARAGRAPHS.map((words) => `<p>${words}</p>`).join('')}</article></body></html>`;

async function siteWith(answers: Record<string, Answer | string>) {
  const { site, sources } = await siteWithFeed(answers);
  opened.push(site, sources);
  return { site, sources };
}

const articles = ({ store, clock }: TestSources) => newestArticles(store, 100, clock.now());

test('an entry is read from its page, from its own text where that is whole, and as a summary where the page refuses', async () => {
  const long = `Two boats. ${'The board met again on Friday and said the same as before. '.repeat(40)}`;
  const answers: Record<string, Answer | string> = {
    '/page': PAGE,
    '/members': (response) => response.writeHead(403).end(),
    '/robots.txt': 'User-agent: *\nDisallow: /secret\n',
    '/secret': PAGE,
  };
  const { site, sources } = await siteWith(answers);
  answers['/feed'] = rssOf([
    { title: 'From the page', link: site.url('/page') },
    { title: 'For members', link: site.url('/members') },
    { title: 'Not for programs', link: site.url('/secret') },
    { title: 'Whole', link: site.url('/never-asked'), text: long },
  ]);

  expect(await sources.refresh()).toEqual({ done: 1, of: 1, fresh: 4 });

  const found = Object.fromEntries(
    (await articles(sources)).map(({ title, text, excerpt, outlet }) => [title, { text, excerpt, outlet }]),
  );
  expect(found).toEqual({
    'From the page': { text: PARAGRAPHS.join('\n\n'), excerpt: undefined, outlet: 'Port News' },
    'For members': { text: 'For members. It was announced on Monday.', excerpt: true, outlet: 'Port News' },
    'Not for programs': { text: 'Not for programs. It was announced on Monday.', excerpt: true, outlet: 'Port News' },
    Whole: { text: long.trim(), excerpt: undefined, outlet: 'Port News' },
  });
  expect(site.asked.map(({ url }) => url)).not.toContain('/secret');
  expect(site.asked.map(({ url }) => url)).not.toContain('/never-asked');
});

test('what is known is not asked for again, and an edited title or a bumped date is a new version of the same article', async () => {
  const answers: Record<string, Answer | string> = {};
  const { site, sources } = await siteWith(answers);
  const give = (title: string, date: string, etag: string) => {
    const body = rssOf([
      { title, guid: 'one', date },
      { title: 'Other', guid: 'two' },
    ]);
    answers['/feed'] = (response, { headers }) =>
      headers['if-none-match'] === etag ? response.writeHead(304).end() : response.writeHead(200, { etag }).end(body);
  };

  give('Ferry to close', 'Mon, 02 Mar 2026 05:00:00 GMT', '"1"');
  expect((await sources.refresh()).fresh).toBe(2);
  sources.clock.move(HOUR);
  expect((await sources.refresh()).fresh).toBe(0);
  expect(site.asked.at(-1)?.headers['if-none-match']).toBe('"1"');

  give('Ferry will close', 'Mon, 02 Mar 2026 07:30:00 GMT', '"2"');
  sources.clock.move(HOUR);
  expect((await sources.refresh()).fresh).toBe(0);

  const [edited] = (await articles(sources)).filter(({ title }) => title === 'Ferry will close');
  expect(edited).toMatchObject({ version: 2, publishedAt: new Date('2026-03-02T07:30:00Z') });
  expect(await articles(sources)).toHaveLength(2);
});

test('what a feed holds when it is new here is not seen today', async () => {
  const answers: Record<string, Answer | string> = {
    '/feed': rssOf([
      { title: 'Last week', guid: 'a', date: 'Mon, 23 Feb 2026 05:00:00 GMT' },
      { title: 'Undated', guid: 'b' },
      { title: 'Dated tomorrow', guid: 'c', date: 'Tue, 03 Mar 2026 05:00:00 GMT' },
    ]),
  };
  const { sources } = await siteWith(answers);
  await sources.refresh();
  answers['/feed'] = rssOf([{ title: 'Late', guid: 'd', date: 'Mon, 23 Feb 2026 06:00:00 GMT' }]);
  sources.clock.move(HOUR);
  await sources.refresh();

  const now = sources.clock.now().getTime();
  const ages = Object.fromEntries(
    (await articles(sources)).map(({ title, firstSeen }) => [title, now - firstSeen.getTime()]),
  );
  expect(ages['Last week']).toBeGreaterThan(7 * DAY);
  expect(ages['Undated']).toBeGreaterThan(6 * DAY);
  expect(ages['Dated tomorrow']).toBe(HOUR);
  // What comes in later is seen when it comes, however late.
  expect(ages['Late']).toBe(0);
});

test('entries that share one address are told apart by what the feed calls them', async () => {
  const link = 'https://port.example/';
  const { sources } = await siteWith({
    '/feed': rssOf([
      { title: 'One', guid: '1', link, text: 'First. '.repeat(300) },
      { title: 'Two', guid: '2', link, text: 'Second. '.repeat(300) },
    ]),
  });

  expect((await sources.refresh()).fresh).toBe(2);
});

test('a server’s own feed cannot put words into another site’s page, as others read it', async () => {
  const link = 'https://gull.example/ferry';
  const text = 'The ferry line will close in May. '.repeat(60);
  const { site, sources } = await siteWith({
    '/feed': rssOf([{ title: 'Ferry line closes', link, text }]),
    '/own': rssOf([{ title: 'Ferry line saved', link, guid: link, text: 'The ferry line was saved. '.repeat(60) }]),
  });
  await sources.refresh();
  const feed = await addFeed(sources.store, { url: site.url('/own') }, sources.clock.now());
  const choice = { guild: 'harbour', feed, madeBy: 'ada', now: sources.clock.now() };
  await chooseFeed(sources.store, choice, true);

  await sources.refresh();

  const titles = async (guild: string) =>
    (await newestArticles(scopedTo(sources.store, guild), 9, sources.clock.now())).map(({ title }) => title).toSorted();
  expect(await titles('elsewhere')).toEqual(['Ferry line closes']);
  expect(await titles('harbour')).toEqual(['Ferry line closes', 'Ferry line saved']);
});

test('one bad feed, and one bad entry, harm no other', async () => {
  const items = [
    { title: 'Good', guid: '1' },
    { title: '', guid: '2', text: '' },
    { title: 'Good too', guid: '3' },
  ];
  const site = await openSite({ '/good': rssOf(items), '/bad': '<rss><channel><item><title>x', '/page': PAGE });
  const sources = await sourcesWith(['/bad', '/good', '/page'].map(site.url));
  opened.push(site, sources);

  expect(await sources.refresh()).toEqual({ done: 3, of: 3, fresh: 2 });
});

test('a refresh that is stopped in the middle loses and doubles nothing', async () => {
  const items = Array.from({ length: 12 }, (_, index) => ({ title: `News ${index}`, guid: `${index}` }));
  const { sources } = await siteWith({ '/feed': rssOf(items) });
  const stop = new AbortController();
  const real = sources.reader.read;
  let read = 0;
  Object.assign(sources.reader, {
    read: (article: Parameters<typeof real>[0]) => {
      read += 1;
      if (read === 5) stop.abort(new Error('Lede is stopping.'));
      return real(article);
    },
  });

  const first = await sources.refresh(stop.signal);
  const afterStop = (await articles(sources)).length;
  const second = await sources.refresh();

  expect(first).toEqual({ done: 1, of: 1, fresh: 0 });
  expect(afterStop).toBe(5);
  expect(second.fresh).toBe(7);
  expect((await articles(sources)).map(({ title }) => title).toSorted()).toEqual(
    items.map(({ title }) => title).toSorted(),
  );
});

test('two who refresh at once ask each feed once', async () => {
  const { site, sources } = await siteWith({ '/feed': rssOf([{ title: 'x', guid: 'x' }]) });

  const [one, other] = await Promise.all([sources.refresh(), sources.refresh()]);

  expect(one.fresh + other.fresh).toBe(1);
  expect(site.asked.filter(({ url }) => url === '/feed')).toHaveLength(1);
  expect(await dueFeeds(sources.store, sources.clock.now())).toEqual([]);
});
