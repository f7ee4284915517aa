import { afterEach, beforeEach, expect, test } from 'vitest';
import { tellFollowers } from '../../../src/app/follows/followers.ts';
import { HOUR, MINUTE } from '../../../src/base/clock.ts';
import type { Draft } from '../../../src/intake/draft.ts';
import { botWith, button, type TestBot, textOf } from '../../support/bot.ts';
import { FERRY } from '../../support/news.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await botWith({ articles: [FERRY] });
});

afterEach(() => bot.close());

const ben = () => bot.discord.person('Ben');
const written = () => {
  const channel = bot.discord.world.channels.find(({ recipient }) => recipient?.global_name === 'Ben');
  return channel ? bot.discord.messages(channel.id) : [];
};

let files = 0;
async function comesIn(...articles: Partial<Draft>[]): Promise<void> {
  bot.clock.move(MINUTE);
  files += 1;
  const drafts = articles.map((article, index) => ({
    title: `News ${files}-${index}`,
    text: '',
    url: `https://port.example/${files}-${index}`,
    publishedAt: bot.clock.now().toISOString(),
    ...article,
  }));
  await bot.take(`file:${files}.json`, drafts);
  await tellFollowers(bot.delivering);
}

const BRIDGE = { title: 'Bridge approved', text: 'Port director Ida Brekke approved the new bridge on Tuesday.' };
const TUNNEL = { title: 'Tunnel delayed', text: 'The tunnel is late again. Ida Brekke blamed the rain for it.' };

test('a member is written to when an article tells something new of whom they follow', async () => {
  await ben().slash('follow add', { name: 'brekke' });
  await comesIn(BRIDGE, { title: 'Weather', text: 'It rained in the north all day long.' });
  await tellFollowers(bot.delivering);

  expect(written().map(textOf)).toEqual([expect.stringContaining('Bridge approved')]);
  expect(textOf(written()[0]!)).toContain('approved the new bridge on Tuesday');
  expect(textOf(written()[0]!)).not.toContain('Weather');
});

test('after the first message what comes within the hour is gathered', async () => {
  await ben().slash('follow add', { name: 'Ida Brekke' });
  await comesIn(BRIDGE);
  await comesIn(TUNNEL);
  await comesIn({ title: 'Budget', text: 'The harbour budget doubles, Ida Brekke told the council.' });
  expect(written()).toHaveLength(1);

  bot.clock.move(HOUR);
  await tellFollowers(bot.delivering);

  expect(written()).toHaveLength(2);
  expect(textOf(written()[1]!)).toContain('Tunnel delayed');
  expect(textOf(written()[1]!)).toContain('Budget');
});

test('a copy of what was told before is no news', async () => {
  await ben().slash('follow add', { name: 'Ida Brekke' });
  await comesIn(BRIDGE);
  bot.clock.move(HOUR);

  await comesIn({ ...BRIDGE, outlet: 'The Gull', url: 'https://gull.example/bridge' });

  expect(written()).toHaveLength(1);
});

test('the words of a topic can be followed, and are found in texts and titles', async () => {
  const answer = await ben().slash('follow add', { name: 'night ferries' });
  await comesIn({ title: 'Night ferries return', text: 'From May on boats sail after midnight again.' });

  expect(textOf(answer.message)).toContain('night ferries');
  expect(written().map(textOf)).toEqual([expect.stringContaining('Night ferries return')]);
});

test('who closes direct messages is left alone, and what they follow is forgotten', async () => {
  await ben().slash('follow add', { name: 'Ida Brekke' });
  bot.discord.world.setDirectMessages('Ben', false);
  await comesIn(BRIDGE);
  bot.discord.world.setDirectMessages('Ben', true);
  bot.clock.move(HOUR);
  await comesIn(TUNNEL);

  expect(written()).toEqual([]);
  expect(textOf((await ben().slash('follow list')).message)).toContain('Nothing yet');
});

test('who has left every server that Lede is in is forgotten too', async () => {
  await ben().slash('follow add', { name: 'Ida Brekke' });
  bot.discord.world.removeMember('Ben');

  await comesIn(BRIDGE);

  expect(await bot.store.read.selectFrom('follows').selectAll().execute()).toEqual([]);
});

test('one who cannot be written to keeps nobody else back, however much news there is', async () => {
  for (const name of ['Ada', 'Ben']) await bot.discord.person(name).slash('follow add', { name: 'Ida Brekke' });
  const [courier, ada] = [bot.delivering.courier(), bot.discord.person('Ada').user.id];
  const down = () => Promise.reject(new Error('503'));
  const tell: typeof courier.tell = (member, ...part) => (member === ada ? down() : courier.tell(member, ...part));
  Object.assign(bot.delivering, { courier: () => ({ ...courier, tell }) });
  const weather = Array.from({ length: 260 }, (_, at) => ({
    title: `Weather ${at}`,
    text: `It rains in place ${at}.`,
  }));

  await comesIn(BRIDGE);
  for (const _ of [1, 2]) await comesIn(...weather);
  bot.clock.move(HOUR);
  await comesIn(TUNNEL);
  for (const _ of [1, 2]) await tellFollowers(bot.delivering);

  expect(written().map(textOf)).toEqual([
    expect.stringContaining('Bridge approved'),
    expect.stringContaining('Tunnel delayed'),
  ]);
});

test('the button of a message ends the follow, and a menu entry opens the story', async () => {
  await ben().slash('follow add', { name: 'Ida Brekke' });
  await comesIn(BRIDGE);
  const [message] = written();

  const ended = await ben().press(message!, button(message!, 'Unfollow Ida Brekke'));
  bot.clock.move(HOUR);
  await comesIn(TUNNEL);

  expect(textOf(ended.message)).toContain('no more');
  expect(written()).toHaveLength(1);
});

test('a message that was sent and not noted is not sent twice', async () => {
  await ben().slash('follow add', { name: 'Ida Brekke' });
  const before = await bot.store.read.selectFrom('follows').selectAll().execute();
  await comesIn(BRIDGE);
  await bot.store.write.deleteFrom('follows').execute();
  await bot.store.write.insertInto('follows').values(before).execute();

  await tellFollowers(bot.delivering);

  expect(written()).toHaveLength(1);
});

test('what only another server’s own feed brought is not told', async () => {
  await ben().slash('follow add', { name: 'Ida Brekke' });
  bot.clock.move(MINUTE);
  const at = bot.clock.now().getTime();
  const choice = { guild: 'elsewhere', feed: 'theirs', origin: 'feed:theirs', reads: 1, made_by: '1', made_at: at };
  const feed = { id: 'theirs', url: 'https://port.example/feed', title: null, common: 0, next_at: at, failures: 0 };
  const fresh = { checked_at: at, succeeded_at: at, failing_since: null, reason: null, etag: null };
  await bot.store.write
    .insertInto('feeds')
    .values({ ...feed, ...fresh, last_modified: null, body_hash: null })
    .execute();
  await bot.store.write.insertInto('audiences').values(choice).execute();
  await bot.take('feed:theirs', [{ ...BRIDGE, publishedAt: bot.clock.now().toISOString() }]);
  await tellFollowers(bot.delivering);

  expect(written()).toEqual([]);
});
