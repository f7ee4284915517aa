import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { PermissionFlagsBits, type TextChannel } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tick } from '../../../src/app/delivery/due.ts';
import { DAY, HOUR, MINUTE } from '../../../src/base/clock.ts';
import type { Fate } from '../../../src/standin/trouble.ts';
import { deliveriesOf } from '../../../src/store/schedules/deliveries.ts';
import { botWith, button, type TestBot, textOf } from '../../support/bot.ts';
import { deskOf, EVERY_MINUTE, posts, schedule } from '../../support/delivery.ts';
import { FERRY, FERRY_AGAIN } from '../../support/news.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await botWith({ articles: [{ ...FERRY, publishedAt: new Date().toISOString() }] });
});

afterEach(() => bot.close());

test('a due briefing is posted, once, however often the minute is looked at', async () => {
  const { id } = await schedule(bot);
  bot.clock.move(MINUTE);

  await tick(bot.delivering);
  await tick(bot.delivering);

  expect(posts(bot).map(textOf)).toEqual([expect.stringContaining('Ferry line to Kvaloy will close in May')]);
  expect(await deliveriesOf(bot.store, id, 5)).toMatchObject([{ state: 'posted' }]);
});

test('nothing is posted before its time', async () => {
  await schedule(bot, { cron: '0 0 1 1 *' });
  bot.clock.move(MINUTE);

  await tick(bot.delivering);

  expect(posts(bot)).toEqual([]);
});

test('the next edition begins where the last one ended', async () => {
  await schedule(bot, { cron: EVERY_MINUTE });
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

  expect(posts(bot).map(textOf)).toEqual([
    expect.stringContaining('Ferry line'),
    expect.not.stringContaining('Ferry line'),
  ]);
  expect(textOf(posts(bot)[1]!)).toContain('Bus to Kvaloy sold out');
});

test('a quiet day is said, and its button shows the newest stories to whoever presses, privately', async () => {
  bot.clock.move(2 * DAY);
  await schedule(bot);
  bot.clock.move(MINUTE);
  await tick(bot.delivering);
  const [post] = posts(bot);

  const answer = await bot.discord.person('Ben').press(post!, button(post!, 'The newest stories'));

  expect(textOf(post!)).toContain('A quiet day');
  expect(answer.private).toBe(true);
  expect(textOf(answer.message)).toContain('Ferry line');
});

test('after a stop only the latest slot is sent, and called late', async () => {
  const { id } = await schedule(bot, { cron: EVERY_MINUTE });
  bot.clock.move(3 * HOUR);
  Object.assign(bot.delivering, { readySince: bot.clock.now });

  await tick(bot.delivering);

  expect(posts(bot)).toHaveLength(1);
  expect(textOf(posts(bot)[0]!)).toContain('late');
  const states = (await deliveriesOf(bot.store, id, 500)).map(({ state }) => state);
  expect(states.filter((state) => state === 'posted')).toHaveLength(1);
  expect(states.filter((state) => state === 'skipped')).toHaveLength(179);
});

test('what was missed by more than six hours is not sent any more', async () => {
  const { id } = await schedule(bot, { cron: '0 0 * * *' });
  bot.clock.move(DAY + DAY);
  const now = bot.clock.now();
  bot.clock.move(new Date(now).setUTCHours(23, 0, 0, 0) - now.getTime());

  await tick(bot.delivering);

  expect(posts(bot)).toEqual([]);
  expect(await deliveriesOf(bot.store, id, 5)).toMatchObject([
    { state: 'skipped', reason: expect.stringContaining('six hours') },
  ]);
});

test('what came in after a slot, though published before it, is in the next edition', async () => {
  await schedule(bot, { cron: EVERY_MINUTE });
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

  expect(posts(bot).map((post) => textOf(post).includes('Lighthouse sold'))).toEqual([false, true, false]);
});

test('a role is mentioned in the first message, and only where a manager chose it', async () => {
  const role = bot.discord.world.addRole({ name: 'Readers', mentionable: true });
  await schedule(bot, { role: role.id });
  bot.clock.move(MINUTE);

  await tick(bot.delivering);

  expect(textOf(posts(bot)[0]!)).toContain(`<@&${role.id}>`);
  expect(posts(bot)[0]!.mention_roles).toEqual([role.id]);
});

test('a schedule is refused where Lede may not post, with the permission it lacks', async () => {
  bot.discord.world.setOverwrite('news', '@everyone', { deny: PermissionFlagsBits.SendMessages });
  const channel = bot.client.channels.cache.get(bot.discord.world.channel('news')!.id) as TextChannel;
  await expect.poll(() => channel.permissionsFor(bot.client.user)?.has('SendMessages')).toBe(false);

  await expect(schedule(bot)).rejects.toThrow(/Send Messages/);
});

test('with nothing new and a feed down no quiet day is claimed, and the next edition covers it', async () => {
  const url = 'https://port.example/feed';
  const at = bot.clock.now().getTime();
  const feed = { id: 'port', url, title: 'Port News', common: 1, next_at: at, checked_at: at, succeeded_at: null };
  const failing = { failing_since: at, failures: 9, reason: 'it answers 500', etag: null, last_modified: null };
  await bot.store.write
    .insertInto('feeds')
    .values({ ...feed, ...failing, body_hash: null })
    .execute();
  bot.clock.move(2 * DAY);
  const { id } = await schedule(bot);
  bot.clock.move(MINUTE);

  await tick(bot.delivering);

  expect(posts(bot)).toEqual([]);
  expect(await deliveriesOf(bot.store, id, 1)).toMatchObject([
    { state: 'skipped', reason: expect.stringContaining('1 feed could not be read') },
  ]);
});

test('a stop while Discord does not answer gives back what is not done, for another process to go on with', async () => {
  const { id } = await schedule(bot);
  bot.clock.move(MINUTE);
  const [asked, stop, answer] = [new AbortController(), new AbortController(), new AbortController()];
  bot.discord.trouble.fate = async ({ method }): Promise<Fate> => {
    asked.abort();
    if (method === 'POST' && !answer.signal.aborted) await once(answer.signal, 'abort');
    return 'answered';
  };
  const ticked = tick({ ...bot.delivering, stopping: stop.signal });
  await once(asked.signal, 'abort');

  stop.abort();
  while ((await deliveriesOf(bot.store, id, 1))[0]!.state === 'claimed') {
    bot.clock.move(1_000);
    await sleep(10);
  }
  await ticked;

  expect(await deliveriesOf(bot.store, id, 1)).toMatchObject([{ state: 'pending' }]);
  answer.abort();
  await tick(bot.delivering);
  expect(posts(bot)).toHaveLength(1);
  expect(await deliveriesOf(bot.store, id, 1)).toMatchObject([{ state: 'posted' }]);
});

test('a change of anything but its times, made in the minute a slot comes, loses no edition', async () => {
  const { id } = await schedule(bot);
  bot.clock.move(MINUTE);

  await deskOf(bot).edit(id, { stories: 2 });
  await tick(bot.delivering);

  expect(posts(bot)).toHaveLength(1);
});
