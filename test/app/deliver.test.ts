import { PermissionFlagsBits, type TextChannel } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ScheduleWish } from '../../src/app/desk.ts';
import { tick } from '../../src/app/schedule.ts';
import { DAY, HOUR, MINUTE } from '../../src/base/clock.ts';
import { deliveriesOf } from '../../src/store/deliveries.ts';
import { botWith, button, type TestBot, textOf } from '../support/bot.ts';
import { FERRY, FERRY_AGAIN } from '../support/news.ts';

const EVERY_MINUTE = '* * * * *';

let bot: TestBot;

beforeEach(async () => {
  bot = await botWith({ articles: [{ ...FERRY, publishedAt: new Date().toISOString() }] });
});

afterEach(() => bot.close());

const posts = () => bot.discord.messages('news');

/** The newsroom of the server's manager, in #news, now. */
function desk() {
  const guild = bot.discord.world.guild()!.id;
  const member = bot.discord.person('Ada').user.id;
  return bot.open({ member, guild, manager: true, locale: 'de' }, { askedAt: bot.clock.now() }).schedules;
}

const schedule = async (wish: Partial<ScheduleWish> = {}) => {
  const channel = bot.discord.world.channel('news')!.id;
  const soon = new Date(bot.clock.now().getTime() + MINUTE);
  const cron = `${soon.getUTCMinutes()} ${soon.getUTCHours()} * * *`;
  const { schedule: made } = await desk().add({ channel, zone: 'UTC', cron, ...wish });
  return made;
};

test('a due briefing is posted, once, however often the minute is looked at', async () => {
  const { id } = await schedule();
  bot.clock.move(MINUTE);

  await tick(bot.delivering);
  await tick(bot.delivering);

  expect(posts().map(textOf)).toEqual([expect.stringContaining('Ferry line to Kvaloy will close in May')]);
  expect(await deliveriesOf(bot.store, id, 5)).toMatchObject([{ state: 'posted' }]);
});

test('nothing is posted before its time', async () => {
  await schedule({ cron: '0 0 1 1 *' });
  bot.clock.move(MINUTE);

  await tick(bot.delivering);

  expect(posts()).toEqual([]);
});

test('the next edition begins where the last one ended', async () => {
  await schedule({ cron: EVERY_MINUTE });
  bot.clock.move(MINUTE);
  await tick(bot.delivering);
  await bot.take('file:later.json', [
    {
      ...FERRY_AGAIN,
      title: 'Bus to Kvaloy sold out',
      text: 'The new bus to Kvaloy is sold out for weeks, its operator wrote.',
      publishedAt: bot.clock.now().toISOString(),
    },
  ]);
  bot.clock.move(MINUTE);

  await tick(bot.delivering);

  expect(posts().map(textOf)).toEqual([
    expect.stringContaining('Ferry line'),
    expect.not.stringContaining('Ferry line'),
  ]);
  expect(textOf(posts()[1]!)).toContain('Bus to Kvaloy sold out');
});

test('a quiet day is said, and its button shows the newest stories to whoever presses, privately', async () => {
  bot.clock.move(2 * DAY);
  await schedule();
  bot.clock.move(MINUTE);
  await tick(bot.delivering);
  const [post] = posts();

  const answer = await bot.discord.person('Ben').press(post!, button(post!, 'The newest stories'));

  expect(textOf(post!)).toContain('A quiet day');
  expect(answer.private).toBe(true);
  expect(textOf(answer.message)).toContain('Ferry line');
});

test('after a stop only the latest slot is sent, and called late', async () => {
  const { id } = await schedule({ cron: EVERY_MINUTE });
  bot.clock.move(3 * HOUR);
  Object.assign(bot.delivering, { readySince: bot.clock.now });

  await tick(bot.delivering);

  expect(posts()).toHaveLength(1);
  expect(textOf(posts()[0]!)).toContain('late');
  const states = (await deliveriesOf(bot.store, id, 500)).map(({ state }) => state);
  expect(states.filter((state) => state === 'posted')).toHaveLength(1);
  expect(states.filter((state) => state === 'skipped')).toHaveLength(179);
});

test('what was missed by more than six hours is not sent any more', async () => {
  const { id } = await schedule({ cron: '0 0 * * *' });
  bot.clock.move(DAY + DAY);
  const now = bot.clock.now();
  bot.clock.move(new Date(now).setUTCHours(23, 0, 0, 0) - now.getTime());

  await tick(bot.delivering);

  expect(posts()).toEqual([]);
  expect(await deliveriesOf(bot.store, id, 5)).toMatchObject([
    { state: 'skipped', reason: expect.stringContaining('six hours') },
  ]);
});

test('a message that stands already, because its answer was lost, is not sent again', async () => {
  const { id } = await schedule();
  bot.clock.move(MINUTE);
  const courier = bot.delivering.courier();
  const lost: typeof courier = {
    ...courier,
    async post(...given) {
      await courier.post(...given);
      throw new Error('socket hang up');
    },
  };
  await tick({ ...bot.delivering, courier: () => lost });
  bot.clock.move(MINUTE - 1);

  await tick(bot.delivering);

  expect(posts()).toHaveLength(1);
  expect(await deliveriesOf(bot.store, id, 5)).toMatchObject([{ state: 'posted', attempts: 2 }]);
});

test('what came in after a slot, though published before it, is in the next edition', async () => {
  await schedule({ cron: EVERY_MINUTE });
  bot.clock.move(MINUTE);
  await tick(bot.delivering);
  const before = new Date(bot.clock.now().getTime() - HOUR).toISOString();
  await bot.take('file:late.json', [
    { title: 'Lighthouse sold', text: 'The old lighthouse was sold.', publishedAt: before },
  ]);
  bot.clock.move(MINUTE);

  await tick(bot.delivering);
  bot.clock.move(MINUTE);
  await tick(bot.delivering);

  expect(posts().map((post) => textOf(post).includes('Lighthouse sold'))).toEqual([false, true, false]);
});

test('a schedule that cannot be worked out does not hold up the others', async () => {
  const { id } = await schedule();
  await bot.store.write.updateTable('schedules').set({ expression: 'nonsense' }).where('id', '=', id).execute();
  await schedule();
  bot.clock.move(MINUTE);

  await tick(bot.delivering);

  expect(posts()).toHaveLength(1);
});

test('an outage of an hour delays an edition, it does not lose it', async () => {
  const { id } = await schedule();
  const courier = bot.delivering.courier();
  const down = { ...courier, post: () => Promise.reject(new Error('503')) };
  for (let minute = 0; minute < 60; minute += 1) {
    bot.clock.move(MINUTE);
    await tick({ ...bot.delivering, courier: () => down });
  }
  bot.clock.move(MINUTE);

  await tick(bot.delivering);

  expect(posts()).toHaveLength(1);
  expect(await deliveriesOf(bot.store, id, 5)).toMatchObject([{ state: 'posted' }]);
});

test('a process that has lost its claim sends nothing more', async () => {
  await schedule();
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

  expect(posts()).toHaveLength(1);
});

test('a lost channel is known for lost on a second try too', async () => {
  const { id } = await schedule();
  bot.clock.move(MINUTE);
  const courier = bot.delivering.courier();
  const down = { ...courier, post: () => Promise.reject(new Error('503')) };
  await tick({ ...bot.delivering, courier: () => down });
  bot.discord.world.deleteChannel('news');
  bot.clock.move(MINUTE);

  await tick(bot.delivering);

  expect(await deliveriesOf(bot.store, id, 5)).toMatchObject([{ state: 'failed', attempts: 2 }]);
});

test('a lost permission fails the delivery with Discord’s own words', async () => {
  const { id } = await schedule();
  bot.discord.world.deleteChannel('news');
  bot.clock.move(MINUTE);

  await tick(bot.delivering);

  expect(await deliveriesOf(bot.store, id, 5)).toMatchObject([
    { state: 'failed', reason: expect.stringContaining('Unknown Channel') },
  ]);
});

test('a role is mentioned in the first message, and only where a manager chose it', async () => {
  const role = bot.discord.world.addRole({ name: 'Readers', mentionable: true });
  await schedule({ role: role.id });
  bot.clock.move(MINUTE);

  await tick(bot.delivering);

  expect(textOf(posts()[0]!)).toContain(`<@&${role.id}>`);
  expect(posts()[0]!.mention_roles).toEqual([role.id]);
});

test('a schedule is refused where Lede may not post, with the permission it lacks', async () => {
  bot.discord.world.setOverwrite('news', '@everyone', { deny: PermissionFlagsBits.SendMessages });
  const channel = bot.client.channels.cache.get(bot.discord.world.channel('news')!.id) as TextChannel;
  await expect.poll(() => channel.permissionsFor(bot.client.user)?.has('SendMessages')).toBe(false);

  await expect(schedule()).rejects.toThrow(/Send Messages/);
});
