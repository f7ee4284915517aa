import { PermissionFlagsBits as May } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { guildLeft, lookAfterDeparted } from '../../../src/app/delivery/departures.ts';
import { tick } from '../../../src/app/delivery/due.ts';
import { openSurroundings } from '../../../src/app/delivery/surroundings.ts';
import { lookAfterSuspended } from '../../../src/app/delivery/suspension.ts';
import { DAY, MINUTE } from '../../../src/base/clock.ts';
import { watchSurroundings } from '../../../src/discord/surroundings.ts';
import { THE_HARBOUR } from '../../../src/standin/world/plan.ts';
import { chooseFeed } from '../../../src/store/feeds/audiences.ts';
import { addFeed, dueFeeds } from '../../../src/store/feeds/feeds.ts';
import { deliveriesOf } from '../../../src/store/schedules/deliveries.ts';
import { scheduleById } from '../../../src/store/schedules/schedules.ts';
import { botWith, type TestBot, textOf } from '../../support/bot.ts';
import { EVERY_MINUTE, posts, schedule } from '../../support/delivery.ts';
import { FERRY } from '../../support/news.ts';

let bot: TestBot;

beforeEach(async () => {
  const [harbour] = THE_HARBOUR.guilds;
  bot = await botWith({
    articles: [{ ...FERRY, publishedAt: new Date().toISOString() }],
    standIn: { world: { ...THE_HARBOUR, guilds: [{ ...harbour!, systemChannel: 'general' }] } },
  });
  watchSurroundings(bot.client, openSurroundings(bot.delivering));
});

afterEach(() => bot.close());

const told = () => {
  const channel = bot.discord.world.channels.find(({ recipient }) => recipient?.global_name === 'Ada');
  return channel ? bot.discord.messages(channel.id) : [];
};
const stateOf = async (id: string) => (await scheduleById(bot.store, id))?.state;
const setSending = (allowed: boolean) =>
  bot.discord.world.setOverwrite('news', '@everyone', allowed ? {} : { deny: May.SendMessages });

async function suspended(): Promise<string> {
  const { id } = await schedule(bot, { cron: EVERY_MINUTE });
  setSending(false);
  bot.clock.move(MINUTE);
  await tick(bot.delivering);
  return id;
}

test('a lost permission suspends the schedule, and its manager is told once', async () => {
  const id = await suspended();
  bot.clock.move(MINUTE);
  await tick(bot.delivering);
  await lookAfterSuspended(bot.delivering);

  expect(await stateOf(id)).toBe('suspended');
  expect(told().map(textOf)).toEqual([expect.stringContaining('Missing Permissions')]);
  expect(textOf(told()[0]!)).toContain(`/schedule edit id:${id}`);
  expect(await deliveriesOf(bot.store, id, 5)).toMatchObject([
    { state: 'skipped', reason: 'the schedule is suspended' },
    { state: 'failed', reason: expect.stringContaining('Missing Permissions') },
  ]);
});

test('it goes on by itself when the permission is back, and the next edition covers the gap', async () => {
  const id = await suspended();
  setSending(true);
  await expect.poll(() => stateOf(id)).toBe('active');
  bot.clock.move(MINUTE);

  await tick(bot.delivering);

  expect(posts(bot).map(textOf)).toEqual([expect.stringContaining('Ferry line')]);
});

test('where no word came of it, the hourly look finds the permission back', async () => {
  const id = await suspended();
  bot.client.removeAllListeners('channelUpdate');
  setSending(true);
  await expect
    .poll(async () => {
      await lookAfterSuspended(bot.delivering);
      return stateOf(id);
    })
    .toBe('active');
});

test('a trouble that comes and goes is told once until a post succeeds', async () => {
  const id = await suspended();
  setSending(true);
  await expect.poll(() => stateOf(id)).toBe('active');
  setSending(false);
  bot.clock.move(MINUTE);
  await tick(bot.delivering);

  expect(await stateOf(id)).toBe('suspended');
  expect(told()).toHaveLength(1);
});

test('a deleted channel suspends, and who takes no direct messages is told in the system channel', async () => {
  bot.discord.world.setDirectMessages('Ada', false);
  const { id } = await schedule(bot, { cron: EVERY_MINUTE });
  bot.discord.world.deleteChannel('news');
  bot.clock.move(MINUTE);

  await tick(bot.delivering);

  expect(await stateOf(id)).toBe('suspended');
  expect(bot.discord.messages('general').map(textOf)).toEqual([expect.stringContaining('Unknown Channel')]);
});

test('a schedule of a server that Lede was removed from is kept for 30 days, then forgotten', async () => {
  const { id } = await schedule(bot);
  bot.discord.world.removeBot();
  const guild = bot.discord.world.guild()!.id;
  await expect.poll(() => bot.client.guilds.cache.has(guild)).toBe(false);
  await guildLeft(bot.delivering, guild);
  const now = bot.clock.now();
  const feed = await addFeed(bot.store, { url: 'https://port.example/feed' }, now);
  await chooseFeed(bot.store, { guild, feed, madeBy: 'ada', now }, true);
  bot.clock.move(29 * DAY);
  await lookAfterDeparted(bot.delivering);
  expect(await scheduleById(bot.store, id)).toBeDefined();
  expect(await dueFeeds(bot.store, bot.clock.now())).toHaveLength(1);

  bot.clock.move(2 * DAY);
  await lookAfterDeparted(bot.delivering);

  expect(await scheduleById(bot.store, id)).toBeUndefined();
  expect(await dueFeeds(bot.store, bot.clock.now())).toEqual([]);
});

test('a server that invites Lede again finds its schedules', async () => {
  const { id } = await schedule(bot);
  const guild = bot.discord.world.guild()!.id;
  bot.discord.world.removeBot();
  await expect.poll(() => bot.client.guilds.cache.has(guild)).toBe(false);
  bot.discord.world.addBot();
  await expect.poll(async () => (await bot.store.read.selectFrom('departures').selectAll().execute()).length).toBe(0);
  bot.clock.move(60 * DAY);

  await lookAfterDeparted(bot.delivering);

  expect(await scheduleById(bot.store, id)).toBeDefined();
});

test('an invitation while Lede was not connected counts too', async () => {
  const { id } = await schedule(bot);
  await guildLeft(bot.delivering, bot.discord.world.guild()!.id);
  bot.clock.move(31 * DAY);

  await lookAfterDeparted(bot.delivering);

  expect(await scheduleById(bot.store, id)).toBeDefined();
});

test('a removal while Lede was not connected is found out by asking', async () => {
  const { id } = await schedule(bot);
  bot.discord.world.removeBot();
  await bot.restart();
  await lookAfterDeparted(bot.delivering);
  bot.clock.move(31 * DAY);

  await lookAfterDeparted(bot.delivering);

  expect(await scheduleById(bot.store, id)).toBeUndefined();
});
