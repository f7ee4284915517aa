import { afterAll, beforeAll, expect, test } from 'vitest';
import { botWith, type TestBot, textOf } from '../support/bot.ts';
import { NEWS } from '../support/news.ts';

let bot: TestBot;

beforeAll(async () => {
  bot = await botWith({ articles: NEWS });
});

afterAll(() => bot.close());

const ben = () => bot.discord.person('Ben');

test('a follow is made, listed, offered and ended, all in private', async () => {
  const offered = await ben().type('follow add', 'name', 'brek');
  const added = await ben().slash('follow add', { name: String(offered[0]?.value) });
  const again = await ben().slash('follow add', { name: 'Brekke' });
  const listed = await ben().slash('follow list');
  const known = await ben().type('follow remove', 'name', 'ida');
  const removed = await ben().slash('follow remove', { name: 'ida brekke' });
  const empty = await ben().slash('follow list');

  expect([added, again, listed, removed, empty].every((answer) => answer.private)).toBe(true);
  expect(textOf(added.message)).toContain('You follow **Ida Brekke**');
  expect(textOf(again.message)).toContain('already');
  expect(textOf(listed.message)).toContain('**Ida Brekke**');
  expect(known.map(({ name }) => name)).toEqual(['Ida Brekke']);
  expect(textOf(removed.message)).toContain('no more');
  expect(textOf(empty.message)).toContain('Nothing yet');
});

test('what no article names is followed as words, and said to be', async () => {
  const unknown = await ben().slash('follow add', { name: 'zepelin' });
  const known = await ben().slash('follow add', { name: 'Kvaloy' });

  expect(textOf(unknown.message)).toContain('No article names it yet, so I look for the words themselves.');
  expect(textOf(known.message)).not.toContain('No article names it');
  await ben().slash('follow remove', { name: 'zepelin' });
  await ben().slash('follow remove', { name: 'Kvaloy' });
});

test('what is not followed cannot be ended', async () => {
  expect(textOf((await ben().slash('follow remove', { name: 'nobody' })).message)).toContain('/follow list');
});

test('one member’s follows are nobody else’s', async () => {
  await ben().slash('follow add', { name: 'Tromso' });

  expect(textOf((await bot.discord.person('Ada').slash('follow list')).message)).toContain('Nothing yet');
});
