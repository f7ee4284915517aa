import { afterAll, beforeAll, expect, test } from 'vitest';
import { refreshDue } from '../../src/app/feeds/refresh.ts';
import { tellFollowers } from '../../src/app/follows/followers.ts';
import { extractInThread } from '../../src/app/threads/extraction.ts';
import { readHere } from '../../src/app/threads/reader.ts';
import { HOUR, MINUTE, systemClock } from '../../src/base/clock.ts';
import { silentLog } from '../../src/base/log.ts';
import { openFetcher } from '../../src/intake/web/fetch.ts';
import { politely } from '../../src/intake/web/polite.ts';
import { botWith, button, type TestBot, textOf } from '../support/bot.ts';
import { BAITS, harmIn } from '../support/harm.ts';
import { hostileFeed, hostileNews, hostilePage } from '../support/hostile-news.ts';
import { recordSent } from '../support/sent.ts';
import { openSite, publicAndTestSite, type TestSite } from '../support/web.ts';

let bot: TestBot;
let site: TestSite;
const fetcher = politely(openFetcher({ check: publicAndTestSite }), systemClock, 0);
const extraction = extractInThread();
const reader = readHere();
const { sent, watch, expectHarmless } = recordSent();

beforeAll(async () => {
  site = await openSite({
    ...Object.fromEntries(BAITS.map((bait, index) => [`/feed/${index}`, hostileFeed(bait)])),
    '/page': hostilePage(),
    '/typed': (response) =>
      response.writeHead(200, { 'content-type': 'x/@everyone-<@1>-[bait](https://evil.example)' }).end('x'),
    '/broken': (response) =>
      response.writeHead(200, { 'content-type': 'text/xml' }).end(`<rss><channel><@everyone>${BAITS[3]}</channel>`),
  });
  bot = await botWith({
    articles: BAITS.map(hostileNews),
    standIn: { watch },
    web: { fetcher, extraction, uploads: fetcher, reader },
  });
});

afterAll(async () => {
  await bot.close();
  await Promise.all([fetcher.close(), extraction.close(), site.close()]);
});

const ada = () => bot.discord.person('Ada');

test('news that means harm is harmless in every answer', async () => {
  for (const [path, options] of [
    ['brief', { since: 'all' }],
    ['brief', { topic: 'ferry', since: 'all' }],
    ['who', { name: 'Ida Brekke' }],
    ['who', { name: 'Jonas Lie' }],
    ['quotes', {}],
    ['quotes', { speaker: 'Brekke' }],
    ['quotes', { about: 'ferry' }],
    ['search', { words: 'ferry' }],
    ['about', {}],
  ] as const) {
    let answer = await ada().slash(path, options);
    for (let pages = 0; textOf(answer.message) && pages < 12; pages += 1) {
      const next = JSON.stringify(answer.message.components).includes('"label":"Next"');
      if (!next) break;
      answer = await ada().press(answer.message, button(answer.message, 'Next'));
    }
    expectHarmless(`/${path}`);
  }
});

test.each(BAITS.map((bait, index) => [index, bait] as const))(
  'story %i, opened by its headline, is harmless, and so is what is offered: %.30s',
  async (index) => {
    const [offered] = await ada().type('story', 'title', `Ferry${index}x`);
    const opened = await ada().slash('story', { title: String(offered?.value) });
    expect(textOf(opened.message)).toContain(`Ferry${index}x`);
    if (JSON.stringify(opened.message.components).includes('In context')) {
      await ada().press(opened.message, button(opened.message, 'In context'));
    }
    const why = await ada().slash('why', { article: String(offered?.value) });
    expect(textOf(why.message)).toContain('Read: ');
    expectHarmless('/story');
  },
);

test.each(BAITS)('what is typed is harmless wherever it is repeated: %.30s', async (bait) => {
  const typed = bait.slice(0, 80).trim();
  const channel = 'general';
  const made = await ada().slash('schedule add', {
    channel,
    zone: 'UTC',
    time: '07:00',
    topic: `ferry "${typed.replaceAll('"', '')}"`,
  });
  for (const [path, options] of [
    ['brief', { topic: typed }],
    ['story', { title: typed }],
    ['who', { name: typed }],
    ['quotes', { speaker: typed }],
    ['quotes', { about: typed }],
    ['search', { words: typed }],
    ['search', { words: 'ferry', outlet: typed }],
    ['why', { article: typed }],
    ['follow add', { name: typed }],
    ['follow list', {}],
    ['follow remove', { name: typed }],
    ['schedule add', { channel, zone: typed, time: '07:00' }],
    ['schedule add', { channel, zone: 'UTC', time: typed.slice(0, 5) }],
    ['schedule add', { channel, zone: 'UTC', cron: typed }],
    ['schedule list', {}],
    ['schedule edit', { id: typed, time: '08:00' }],
    ['feeds add', { url: typed }],
    ['feeds check', { url: typed }],
    ['feeds remove', { feed: typed }],
  ] as const) {
    await ada().slash(path, options);
    expectHarmless(`/${path}`);
  }
  for (const [path, option] of [
    ['brief', 'topic'],
    ['story', 'title'],
    ['who', 'name'],
    ['quotes', 'speaker'],
    ['search', 'outlet'],
    ['why', 'article'],
    ['follow remove', 'name'],
    ['schedule remove', 'id'],
    ['feeds remove', 'feed'],
  ] as const) {
    await ada().type(path, option, typed);
    await ada().type(path, option, '');
    expectHarmless(`what /${path} offers`);
  }
  const id = /Its id is `(\w+)`/.exec(textOf(made.message))?.[1];
  if (id) {
    await ada().slash('schedule preview', { id });
    await ada().slash('schedule remove', { id });
    expectHarmless('/schedule');
  }
});

test('a feed that means harm is harmless in what is said of it, and so are its articles', async () => {
  for (const index of BAITS.keys()) await ada().slash('feeds add', { url: site.url(`/feed/${index}`) });
  for (const path of ['/feed/0', '/feed/9', '/typed', '/broken'])
    await ada().slash('feeds check', { url: site.url(path) });
  await ada().slash('feeds add', { url: site.url('/broken') });
  const sources = { store: bot.store, reader, clock: bot.clock, log: silentLog, fetcher, extraction, chance: () => 0 };
  await refreshDue(sources, new AbortController().signal);
  const list = await ada().slash('feeds list');
  expect(textOf(list.message)).toContain('Feed');
  const offered = await ada().type('feeds remove', 'feed', '');
  expect(offered.length).toBeGreaterThan(5);
  await ada().slash('feeds remove', { feed: String(offered[0]?.value) });
  await ada().slash('search', { words: 'tram' });
  await ada().slash('feeds export');
  expectHarmless('/feeds');
});

test('a page that means harm is harmless', async () => {
  const said = ada().say(`${site.url('/page')} https://discord.gg/bait ${site.url('/typed')}?@everyone`, {
    channel: 'general',
  });
  await ada().menu('Brief this link', said);
  bot.clock.move(MINUTE);
  await ada().menu('Brief this link', ada().say(site.url('/typed'), { channel: 'general' }));
  expectHarmless('Brief this link');
});

test('in what is posted and written the chosen role alone is notified, by the first message', async () => {
  const { id: role } = bot.discord.world.addRole({ name: '@everyone <@1>', mentionable: true });
  bot.discord.world.addChannel({ name: 'briefs' });
  await ada().slash('follow add', { name: 'Ida Brekke' });
  const made = await ada().slash('schedule add', { channel: 'briefs', zone: 'UTC', time: '07:00', role, stories: 15 });
  expectHarmless('/schedule add');

  bot.clock.move(HOUR);
  const publishedAt = bot.clock.now().toISOString();
  const later = BAITS.map((bait, index) => ({
    ...hostileNews(bait, index),
    url: `https://port.example/new/${index}`,
    publishedAt,
  }));
  await bot.take('file:later.json', later);
  await ada().press(made.message, button(made.message, 'Send one now'));
  const posted = bot.discord.messages('briefs');
  expect(posted.length).toBeGreaterThan(1);
  expect(posted.map(({ mention_roles }) => mention_roles)).toEqual([[role], ...posted.slice(1).map(() => [])]);
  expect(posted.some(({ mention_everyone, mentions }) => mention_everyone || mentions.length > 0)).toBe(false);
  const [first, ...others] = sent.filter(({ route }) => route === '/channels/:channel/messages');
  expect(first?.body.allowed_mentions).toEqual({ parse: [], roles: [role] });
  for (const { body } of others) expect(body.allowed_mentions).toEqual({ parse: [] });
  for (const { body } of sent.splice(0)) expect(harmIn(body.components ?? [])).toEqual([]);

  await tellFollowers(bot.delivering);
  expectHarmless('a direct message');
});
