import { PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StandInRefusal } from '../../src/standin/refusal.ts';
import { botWith, button, type TestBot, textOf } from '../support/bot.ts';
import { seeds } from '../support/seeds.ts';

let bot: TestBot;

beforeAll(async () => {
  bot = await botWith({ articles: await seeds() });
});

afterAll(() => bot.close());

const ada = () => bot.discord.person('Ada');
const idIn = (text: string) => /Its id is `(\w+)`/.exec(text)?.[1] ?? '';

test('a schedule is made, listed, previewed, sent and removed, all in private', async () => {
  const zone = (await ada().type('schedule add', 'zone', 'berl', { channel: 'general' }))[0]?.value;
  const made = await ada().slash('schedule add', {
    channel: 'general',
    zone: String(zone),
    time: '07:00',
    days: 'mon-fri',
  });
  const id = idIn(textOf(made.message));

  const listed = await ada().slash('schedule list');
  const preview = await ada().slash('schedule preview', { id });
  const sent = await ada().slash('schedule send', { id });
  const removed = await ada().slash('schedule remove', { id });

  expect([made, listed, preview, sent, removed].every((answer) => answer.private)).toBe(true);
  expect(textOf(made.message)).toContain('Monday to Friday at 07:00 Europe/Berlin');
  expect(textOf(listed.message)).toContain(id);
  expect(textOf(preview.message)).toContain('Israel Attacks Yemeni Ports');
  expect(textOf(sent.message)).toContain('posted');
  expect(bot.discord.messages('general').map(textOf)).toEqual([expect.stringContaining('Israel Attacks Yemeni Ports')]);
  expect(textOf((await ada().slash('schedule list')).message)).toContain('No briefing is scheduled');
});

test('the story menu of a scheduled post answers whoever presses it, in private', async () => {
  const made = await ada().slash('schedule add', { channel: 'news', zone: 'UTC', time: '07:00' });
  await ada().press(made.message, button(made.message, 'Send one now'));
  const [post] = bot.discord.messages('news');

  const parts = JSON.stringify(post);
  const [customId] = /[0-9a-f]{24}:menu/.exec(parts) ?? [];
  const opened = await bot.discord.person('Ben').choose(post!, customId ?? '', ['0']);

  expect(opened).toMatchObject({ private: true, updated: false });
  expect(textOf(opened.message)).toMatch(/^## /);
});

test('of a cron expression that runs every minute the reply says so, and of one a day it does not', async () => {
  const often = await ada().slash('schedule add', { channel: 'news', zone: 'UTC', cron: '* 7 * * *' });
  const daily = await ada().slash('schedule add', { channel: 'news', zone: 'UTC', cron: '0 7 * * *' });

  expect(textOf(often.message)).toContain('It runs more than once an hour.');
  expect(textOf(daily.message)).not.toContain('more than once an hour');
  for (const { message } of [often, daily]) await ada().slash('schedule remove', { id: idIn(textOf(message)) });
});

test.each([
  ['a zone that is none', { zone: 'Mars/Olympus', time: '07:00' }, 'no time zone'],
  ['a mistyped zone', { zone: 'Europe/Berlim', time: '07:00' }, 'Did you mean Europe/Berlin?'],
  ['no time at all', { zone: 'UTC' }, 'Say when'],
  ['a time that is none', { zone: 'UTC', time: '7 am' }, '24-hour'],
])('%s is refused with what to type instead', async (_why, options, said) => {
  const answer = await ada().slash('schedule add', { channel: 'news', ...options });

  expect(answer.private).toBe(true);
  expect(textOf(answer.message)).toContain(said);
});

test('a member who may not manage the server cannot use it', async () => {
  await expect(bot.discord.person('Ben').slash('schedule list')).rejects.toThrow(StandInRefusal);
});

test('an id that is not this server’s is unknown', async () => {
  expect(textOf((await ada().slash('schedule remove', { id: 'abcdef' })).message)).toContain('no schedule of that id');
});

test('what is changed is changed, and the rest stays', async () => {
  const made = await ada().slash('schedule add', {
    channel: 'news',
    zone: 'Europe/Berlin',
    time: '07:00',
    days: 'mon-fri',
    topic: 'ports',
  });
  const id = idIn(textOf(made.message));

  const later = await ada().slash('schedule edit', { id, time: '18:30', stories: 3 });
  const elsewhere = await ada().slash('schedule edit', { id, channel: 'general', days: 'sat,sun', topic: '-' });
  const nothing = await ada().slash('schedule edit', { id });

  expect(textOf(later.message)).toContain('Monday to Friday at 18:30 Europe/Berlin · about ports');
  expect(textOf(later.message)).toContain('up to 3 stories');
  expect(textOf(elsewhere.message)).toContain('Saturday, Sunday at 18:30 Europe/Berlin');
  expect(textOf(elsewhere.message)).not.toContain('about ports');
  expect(textOf(nothing.message)).toContain('Say what to change');
});

test('a schedule is paused and goes on', async () => {
  const made = await ada().slash('schedule add', { channel: 'news', zone: 'UTC', time: '07:00' });
  const id = idIn(textOf(made.message));

  const paused = await ada().slash('schedule pause', { id });
  const listed = await ada().slash('schedule list');
  const sent = await ada().slash('schedule send', { id });
  const resumed = await ada().press(paused.message, button(paused.message, 'Resume'));

  expect(textOf(listed.message)).toContain('**Paused** since');
  expect(textOf(sent.message)).toContain('/schedule resume');
  expect(textOf(resumed.message)).toContain('It goes on');
  expect(textOf(resumed.message)).toContain('The next runs:');
});

test('every permission that is missing is named before a schedule is accepted', async () => {
  const channel = bot.discord.world.addChannel({ name: 'closed' });
  const deny = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
  bot.discord.world.setOverwrite('closed', '@everyone', { deny });
  await expect
    .poll(async () => (await bot.delivering.courier().access(channel.guild!, channel.id))?.missing)
    .toEqual(['View Channel', 'Send Messages']);

  const answer = await ada().slash('schedule add', { channel: 'closed', zone: 'UTC', time: '07:00' });

  expect(textOf(answer.message)).toContain('View Channel and Send Messages');
});

test('what is missing and can be done without is said, and the schedule stands', async () => {
  bot.discord.world.setOverwrite('general', '@everyone', { deny: PermissionFlagsBits.ReadMessageHistory });
  const { id: role } = bot.discord.world.addRole({ name: 'Readers' });
  const channel = bot.discord.world.channel('general')!;
  await expect
    .poll(async () => (await bot.delivering.courier().access(channel.guild!, channel.id, role))?.reduced.length)
    .toBe(2);

  const answer = await ada().slash('schedule add', { channel: 'general', zone: 'UTC', time: '07:00', role });

  expect(textOf(answer.message)).toContain('Scheduled');
  expect(textOf(answer.message)).toContain('Read Message History');
  expect(textOf(answer.message)).toContain('nobody is notified');
});
