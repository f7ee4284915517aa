import { afterEach, beforeEach, expect, test } from 'vitest';
import { tick } from '../../../src/app/delivery/due.ts';
import { MINUTE } from '../../../src/base/clock.ts';
import { deliveriesOf } from '../../../src/store/schedules/deliveries.ts';
import { botWith, type TestBot } from '../../support/bot.ts';
import { deskOf, losingAnswers, posts, refusingPosts, schedule } from '../../support/delivery.ts';
import { FERRY } from '../../support/news.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await botWith({ articles: [{ ...FERRY, publishedAt: new Date().toISOString() }] });
});

afterEach(() => bot.close());

test('a message whose answer was lost is looked for where it was sent, though the schedule has another channel by now', async () => {
  const { id } = await schedule(bot);
  const harbour = bot.discord.world.addChannel({ name: 'harbour' }).id;
  await expect.poll(() => bot.client.channels.cache.has(harbour)).toBe(true);
  bot.clock.move(MINUTE);
  const lost = losingAnswers(bot);
  await tick({ ...bot.delivering, courier: () => lost });

  await deskOf(bot).edit(id, { channel: harbour });
  bot.clock.move(MINUTE - 1);
  await tick(bot.delivering);

  expect([posts(bot).length, bot.discord.messages('harbour').length]).toEqual([1, 0]);
  expect(await deliveriesOf(bot.store, id, 5)).toMatchObject([{ state: 'posted', attempts: 2 }]);
});

test('a channel that is lost after the schedule moved on fails its edition, and does not suspend the schedule', async () => {
  const { id } = await schedule(bot);
  const harbour = bot.discord.world.addChannel({ name: 'harbour' }).id;
  await expect.poll(() => bot.client.channels.cache.has(harbour)).toBe(true);
  bot.clock.move(MINUTE);
  const down = refusingPosts(bot);
  await tick({ ...bot.delivering, courier: () => down });

  await deskOf(bot).edit(id, { channel: harbour });
  bot.discord.world.deleteChannel('news');
  bot.clock.move(MINUTE);
  await tick(bot.delivering);

  expect(await deliveriesOf(bot.store, id, 5)).toMatchObject([{ state: 'failed' }]);
  expect(await deskOf(bot).list()).toMatchObject([{ schedule: { state: 'active', channel: harbour } }]);
});
