import { afterAll, beforeAll, expect, test } from 'vitest';
import { extractInThread } from '../../src/app/threads/extraction.ts';
import { readHere } from '../../src/app/threads/reader.ts';
import { MINUTE, systemClock } from '../../src/base/clock.ts';
import { alsoPrivate } from '../../src/intake/web/address.ts';
import { openFetcher } from '../../src/intake/web/fetch.ts';
import { politely } from '../../src/intake/web/polite.ts';
import { botWith, menuOf, type TestBot, textOf } from '../support/bot.ts';
import { newestArticles } from '../support/newest-articles.ts';
import { openSite, publicAndTestSite, type TestSite } from '../support/web.ts';

const NAME = 'Brief this link';

const pageOf = (title: string, paragraphs: readonly string[], lang = 'en') =>
  `<html lang="${lang}"><head><title>${title}</title></head><body><article><h1>${title}</h1>${paragraphs
    .map((each) => `<p>${each}</p>`)
    .join('')}</article></body></html>`;

const FERRY = [
  'The ferry to Skarholm will stop running on Friday, the harbour office said on Monday.',
  '“Nobody will be left on the island,” said Transport Minister Mara Lindqvist. She promised two smaller boats for the winter.',
  'The ferry carried 40,000 people last year, and the town council will decide in May whether it comes back.',
];
const TRAM = [
  'Die Straßenbahn fährt ab Montag wieder bis zum Hafen, teilte die Stadt am Freitag mit.',
  'Die Arbeiten an den Gleisen haben zwei Jahre gedauert und kosteten mehr als geplant.',
  'Viele Menschen in der Stadt freuen sich darüber, dass der Weg zur Arbeit nun kürzer wird.',
];

let bot: TestBot;
let site: TestSite;
const uploads = openFetcher({ check: alsoPrivate });
const fetcher = politely(openFetcher({ check: publicAndTestSite }), systemClock, 0);
const extraction = extractInThread();

beforeAll(async () => {
  site = await openSite({
    '/robots.txt': 'User-agent: *\nDisallow: /closed',
    '/ferry': pageOf('Ferry to Skarholm stops', FERRY),
    '/hostile': pageOf('**Free** @everyone [win](https://evil.example)', [
      '@everyone **look** here: the ferry to Skarholm will stop running on Friday, the harbour office said.',
      ...FERRY.slice(1),
    ]),
    '/tram': pageOf('Straßenbahn fährt wieder', TRAM, 'de'),
    '/slow': (response) => void setTimeout(() => response.end(pageOf('Slow', FERRY)), 300),
    '/closed': pageOf('Closed', FERRY),
    '/inside': (response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
    '/large': (response) => response.writeHead(200, { 'content-length': '20000000' }).end(),
    '/film': (response) => response.writeHead(200, { 'content-type': 'video/mp4' }).end('frames'),
    '/empty': '<html><body><p>Nothing.</p></body></html>',
  });
  bot = await botWith({
    articles: [{ title: 'Known here', text: FERRY.join('\n\n'), url: 'https://port.example/known' }],
    web: { fetcher, extraction, uploads, reader: readHere() },
  });
});

afterAll(async () => {
  await bot.close();
  await Promise.all([fetcher.close(), uploads.close(), extraction.close(), site.close()]);
});

/** Ben uses the command on what Ada said; a minute later, so that he has not asked too often. */
async function briefed(content: string) {
  bot.clock.move(MINUTE);
  const said = bot.discord.person('Ada').say(content, { channel: 'general' });
  return bot.discord.person('Ben').menu(NAME, said);
}
const asked = (path: string) => site.asked.filter(({ url }) => url === path).length;

test('it is in the menu of every message and no slash command', () => {
  expect(bot.discord.commands().find(({ name }) => name === NAME)).toMatchObject({ type: 3, description: '' });
});

test('the page of a link is summarised for the asker alone, and is not stored', async () => {
  const answer = await briefed(`Look (${site.url('/ferry')}), it stops.`);
  const text = textOf(answer.message);

  expect(answer.private).toBe(true);
  expect(text).toContain(`[Ferry to Skarholm stops](${site.url('/ferry')})`);
  expect(text).toContain(FERRY[0]);
  expect(text).toMatch(/“Nobody will be left on the island,”\s[\s\S]*\*\*Mara Lindqvist\*\* · Transport Minister/);
  expect(text).toContain(`${site.url('/ferry')}#:~:text=`);
  expect(text).toMatch(/People[\s\S]*Mara Lindqvist · Transport Minister/);
  expect(await newestArticles(bot.store, 10, new Date())).toHaveLength(1);
});

test('a page that is slow to come is waited for, and shown to the asker alone', async () => {
  const answer = await briefed(site.url('/slow'));

  expect(answer).toMatchObject({ deferred: true, private: true });
  expect(textOf(answer.message)).toContain(FERRY[0]);
});

test('a page that was read just now is not fetched again', async () => {
  await briefed(site.url('/ferry'));

  expect(asked('/ferry')).toBe(1);
});

test('an article that is known here is not fetched', async () => {
  const text = textOf((await briefed('https://port.example/known?utm_source=x')).message);

  expect(text).toContain('[Known here](https://port.example/known)');
});

test('what a page says is words, whatever it looks like', async () => {
  const answer = await briefed(site.url('/hostile'));

  expect(textOf(answer.message)).not.toMatch(/@everyone|\*\*(?:Free|look)\*\*|\]\(https:\/\/evil/);
  expect(textOf(answer.message)).toContain(String.raw`\*\*Free\*\*`);
});

test('of a page that is not English the beginning is shown, and why', async () => {
  const text = textOf((await briefed(site.url('/tram'))).message);

  expect(text).toContain('in German, not read further');
  expect(text).toContain(TRAM[0]);
});

test('of several links the first is read, and the menu has the others', async () => {
  const answer = await briefed(`https://discord.com/channels/1/2/3 ${site.url('/ferry')} and ${site.url('/tram')}.`);
  expect(textOf(answer.message)).toMatch(/This is 127\.0\.0\.1:\d+\/ferry\. The message has another link/);

  const menu = menuOf(answer.message);
  expect(menu.options.map(({ label }) => label)).toEqual([site.url('/tram').replace('http://', '')]);
  const other = await bot.discord.person('Ben').choose(answer.message, menu.id, [menu.options[0]!.value]);
  expect(textOf(other.message)).toContain('Straßenbahn');
  expect(menuOf(other.message).options[0]?.label).toContain('/ferry');
});

test('where the first link is refused, the others are offered', async () => {
  const answer = await briefed(`${site.url('/film')} ${site.url('/ferry')}`);

  expect(textOf(answer.message)).toMatch(/no web page but video\/mp4[\s\S]*another link: see the menu/);
  expect(menuOf(answer.message).options).toHaveLength(1);
});

test.each([
  ['/closed', 'robots.txt asks programs to stay away'],
  ['/inside', '10.0.0.1 leads to a private network'],
  ['/large', 'it is larger than 10 MB'],
  ['/film', 'it is no web page but video/mp4'],
  ['/empty', 'it holds no article that Lede can find'],
  ['/nowhere', 'it is not there (status 404)'],
])('the page %s is refused in one sentence with the reason', async (path, reason) => {
  const answer = await briefed(site.url(path));

  expect(answer.private).toBe(true);
  expect(textOf(answer.message).replaceAll('\\', '')).toMatch(/^The page at 127\.0\.0\.1:\d+ was not read: .*\.$/);
  expect(textOf(answer.message).replaceAll('\\', '')).toContain(reason);
});

test('an address inside the network and a password in a link are refused, and the password is not shown', async () => {
  expect(textOf((await briefed('http://192.168.0.1/admin')).message)).toContain('private network');
  expect(textOf((await briefed('http://169.254.169.254/latest')).message)).toContain('not to the internet');
  const secret = textOf((await briefed('http://me:hunter2@port.example/')).message);
  expect(secret).toContain('name or password');
  expect(secret).not.toContain('hunter2');
});

test.each(['No link at all.', 'https://discord.gg/abc', 'ftp://port.example/x', 'https://'])(
  'a message without a web page is told so: %s',
  async (content) => {
    expect(textOf((await briefed(content)).message)).toContain('no link to a web page');
  },
);

test('a member has five pages read in a minute, and is told when it is too many', async () => {
  const said = Array.from({ length: 6 }, (_, number) => site.url(`/none${number}`)).map((url) =>
    bot.discord.person('Ada').say(url, { channel: 'general' }),
  );
  bot.clock.move(MINUTE);
  const texts: string[] = [];
  for (const each of said) texts.push(textOf((await bot.discord.person('Ben').menu(NAME, each)).message));

  expect(texts.slice(0, 5).filter((text) => text.includes('status 404'))).toHaveLength(5);
  expect(texts[5]).toContain('You may have 5 pages read in a minute');
  expect(textOf((await bot.discord.person('Ada').menu(NAME, said[5]!)).message)).toContain('status 404');
});
