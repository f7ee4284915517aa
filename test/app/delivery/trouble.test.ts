import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LONGEST_PAUSE } from '../../../src/app/delivery/delivering.ts';
import { tick } from '../../../src/app/delivery/due.ts';
import { HOUR, MINUTE } from '../../../src/base/clock.ts';
import { deliveriesOf } from '../../../src/store/schedules/deliveries.ts';
import { openSlot } from '../../../src/store/schedules/slots.ts';
import { botWith, type TestBot, textOf } from '../../support/bot.ts';
import { EVERY_MINUTE, losingAnswers, posts, refusingPosts, schedule } from '../../support/delivery.ts';
import { FERRY } from '../../support/news.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await botWith({ articles: [{ ...FERRY, publishedAt: new Date().toISOString() }] });
});

afterEach(() => bot.close());

test('a message that stands already, because its answer was lost, is not sent again', async () => {
  const { id } = await schedule(bot);
  bot.clock.move(MINUTE);
  const lost = losingAnswers(bot);
  await tick({ ...bot.delivering, courier: () => lost });
  bot.clock.move(MINUTE - 1);

  await tick(bot.delivering);

  expect(posts(bot)).toHaveLength(1);
  expect(await deliveriesOf(bot.store, id, 5)).toMatchObject([{ state: 'posted', attempts: 2 }]);
});

test('a schedule that cannot be worked out does not hold up the others', async () => {
  const { id } = await schedule(bot);
  await bot.store.write.updateTable('schedules').set({ expression: 'nonsense' }).where('id', '=', id).execute();
  await schedule(bot);
  bot.clock.move(MINUTE);

  await tick(bot.delivering);

  expect(posts(bot)).toHaveLength(1);
});

test('an outage of an hour delays an edition, it does not lose it', async () => {
  const { id } = await schedule(bot);
  const down = refusingPosts(bot);
  for (let minute = 0; minute < 60; minute += 1) {
    bot.clock.move(MINUTE);
    await tick({ ...bot.delivering, courier: () => down });
  }
  bot.clock.move(LONGEST_PAUSE);

  await tick(bot.delivering);

  expect(posts(bot)).toHaveLength(1);
  const [delivery] = await deliveriesOf(bot.store, id, 5);
  expect(delivery?.state).toBe('posted');
  expect(delivery?.attempts).toBeLessThan(20);
});

test('the longer it has been tried, the longer the next try waits: from two seconds to five minutes', async () => {
  const { id } = await schedule(bot);
  bot.clock.move(MINUTE);
  const down = refusingPosts(bot);
  const waits: number[] = [];
  for (let tries = 0; tries < 16; tries += 1) {
    await tick({ ...bot.delivering, courier: () => down });
    const [delivery] = await deliveriesOf(bot.store, id, 1);
    const wait = delivery!.dueAt!.getTime() - bot.clock.now().getTime();
    waits.push(wait / 1_000);
    bot.clock.move(wait);
  }

  expect(waits.slice(0, 6)).toEqual([2, 2, 2, 3, 4.5, 6.75]);
  expect(waits.at(-1)).toBe(300);
});

test('what cannot be posted for six hours is given up, with the reason', async () => {
  const { id } = await schedule(bot);
  bot.clock.move(MINUTE);
  const down = refusingPosts(bot);
  for (let hour = 0; hour < 7; hour += 1) {
    await tick({ ...bot.delivering, courier: () => down });
    bot.clock.move(HOUR);
  }

  expect(await deliveriesOf(bot.store, id, 5)).toMatchObject([
    { state: 'failed', reason: expect.stringContaining('503') },
  ]);
});

test('a process that has lost its claim sends nothing more', async () => {
  await schedule(bot);
  bot.clock.move(MINUTE);
  const courier = bot.delivering.courier();
  const slow = {
    ...courier,
    async post(...given: Parameters<typeof courier.post>) {
      bot.clock.move(MINUTE);
      await tick(bot.delivering);
      return courier.post(...given);
    },
  };

  await tick({ ...bot.delivering, courier: () => slow });

  expect(posts(bot)).toHaveLength(1);
});

test('a lost channel is known for lost on a second try too', async () => {
  const { id } = await schedule(bot);
  bot.clock.move(MINUTE);
  const down = refusingPosts(bot);
  await tick({ ...bot.delivering, courier: () => down });
  bot.discord.world.deleteChannel('news');
  bot.clock.move(MINUTE);

  await tick(bot.delivering);

  expect(await deliveriesOf(bot.store, id, 5)).toMatchObject([{ state: 'failed', attempts: 2 }]);
});

test('a lost permission fails the delivery with Discord’s own words', async () => {
  const { id } = await schedule(bot);
  bot.discord.world.deleteChannel('news');
  bot.clock.move(MINUTE);

  await tick(bot.delivering);

  expect(await deliveriesOf(bot.store, id, 5)).toMatchObject([
    { state: 'failed', reason: expect.stringContaining('Unknown Channel') },
  ]);
});

test('what waits for Discord is told already: no later edition of the outage tells it again', async () => {
  await schedule(bot, { cron: EVERY_MINUTE });
  const down = refusingPosts(bot);
  for (let minute = 0; minute < 8; minute += 1) {
    bot.clock.move(MINUTE);
    await tick({ ...bot.delivering, courier: () => down });
  }
  bot.clock.move(LONGEST_PAUSE);

  await tick(bot.delivering);

  const telling = posts(bot).filter((post) => textOf(post).includes('Ferry line to Kvaloy will close in May'));
  expect(telling).toHaveLength(1);
  expect(posts(bot).length).toBeGreaterThan(5);
});

test('where the database fails between two briefings, the one on its way is finished all the same', async () => {
  const [, { id }] = [await schedule(bot), await schedule(bot)];
  bot.clock.move(MINUTE);
  const courier = bot.delivering.courier();
  let first = true;
  const breaking: typeof courier = {
    ...courier,
    async post(...given) {
      if (!first) await sleep(300);
      else {
        first = false;
        await openSlot(bot.store, id, new Date(bot.clock.now().getTime() - 1));
        await sql`create trigger broken before update of attempts on deliveries
          begin select raise(abort, 'disk I/O error'); end`.execute(bot.store.write);
      }
      return courier.post(...given);
    },
  };

  await expect(tick({ ...bot.delivering, courier: () => breaking })).rejects.toThrow('disk I/O error');

  expect(posts(bot)).toHaveLength(2);
});
