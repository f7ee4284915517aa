import { ChannelType, MessageFlags } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { tick } from '../../../src/app/delivery/due.ts';
import { HOUR, MINUTE } from '../../../src/base/clock.ts';
import { DISCORD } from '../../../src/standin/rest/rate-limits.ts';
import { THE_HARBOUR } from '../../../src/standin/world/plan.ts';
import { deliveriesOf } from '../../../src/store/schedules/deliveries.ts';
import { botWith, type TestBot } from '../../support/bot.ts';
import { EVERY_MINUTE, schedule } from '../../support/delivery.ts';
import { FERRY } from '../../support/news.ts';

let bot: TestBot;

afterEach(() => bot.close());

const WORLD = {
  ...THE_HARBOUR,
  guilds: [
    {
      ...THE_HARBOUR.guilds[0]!,
      channels: [
        { name: 'news', type: ChannelType.GuildAnnouncement },
        { name: 'talk', type: ChannelType.GuildText },
        { name: 'thread', type: ChannelType.PublicThread, parent: 'talk' },
      ],
    },
  ],
};
const articles = [{ ...FERRY, publishedAt: new Date().toISOString() }];
const passedOn = () => bot.discord.messages('news').map(({ flags = 0 }) => (flags & MessageFlags.Crossposted) !== 0);

test('what is posted to an announcement channel is passed on to those that follow it', async () => {
  bot = await botWith({ articles, standIn: { world: WORLD } });
  await schedule(bot);
  bot.clock.move(MINUTE);

  await tick(bot.delivering);

  expect(passedOn()).toEqual([true]);
});

test('what Discord does not let pass on within the hour stands, and is passed on later without being sent again', async () => {
  const limits = { ...DISCORD, crossposts: { requests: 1, seconds: 3600 } };
  bot = await botWith({ articles, standIn: { world: WORLD, rateLimits: limits } });
  const { id } = await schedule(bot, { cron: EVERY_MINUTE });
  bot.clock.move(MINUTE);
  await tick(bot.delivering);
  bot.clock.move(MINUTE);
  await tick(bot.delivering);

  expect(passedOn()).toEqual([true, false]);
  const [waiting] = await deliveriesOf(bot.store, id, 1);
  expect(waiting).toMatchObject({ state: 'pending', messages: [expect.any(String)] });
  expect(waiting!.dueAt!.getTime()).toBeGreaterThan(bot.clock.now().getTime() + HOUR / 2);
});

test('a message that was passed on before counts as done', async () => {
  bot = await botWith({ articles, standIn: { world: WORLD } });
  const channel = bot.discord.world.channel('news')!.id;
  const part = { components: [], nonce: 'n', mark: 'm' };
  const id = await bot.delivering.courier().post(channel, { ...part, components: TEXT });
  await bot.delivering.courier().publish(channel, id);

  await expect(bot.delivering.courier().publish(channel, id)).resolves.toBeUndefined();
});

const TEXT = [{ type: 17, components: [{ type: 10, content: 'Good morning' }] }] as const as never;

test('a thread is posted to like a channel', async () => {
  bot = await botWith({ articles, standIn: { world: WORLD } });
  await schedule(bot, { channel: bot.discord.world.channel('thread')!.id });
  bot.clock.move(MINUTE);

  await tick(bot.delivering);

  expect(bot.discord.messages('thread')).toHaveLength(1);
});
