import { afterEach, beforeEach, expect, test } from 'vitest';
import { tick } from '../../../src/app/delivery/due.ts';
import { DAY, HOUR, MINUTE } from '../../../src/base/clock.ts';
import type { Draft } from '../../../src/intake/draft.ts';
import { removeSchedule } from '../../../src/store/schedules/schedules.ts';
import { botWith, type TestBot } from '../../support/bot.ts';
import { deskOf, posts, schedule } from '../../support/delivery.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await botWith();
});
afterEach(() => bot.close());

const FIRST: Draft = {
  title: 'Ferry sinks off Kvaloy',
  outlet: 'Port News',
  text: 'A ferry sank off Kvaloy on Monday and nine people died, the coast guard said. Divers from Tromso searched the wreck of the Nordlys.',
};
const AGAIN: Draft = {
  title: 'Ferry sinks off Kvaloy, nine dead',
  outlet: 'The Gull',
  text: 'Nine people died when the ferry Nordlys sank off Kvaloy on Monday, the coast guard said. Divers from Tromso searched the wreck.',
};
const NEWS: Draft = {
  title: 'Kvaloy ferry: captain held',
  outlet: 'Port News',
  text: 'Police arrested the captain of the ferry Nordlys, which sank off Kvaloy with nine people. Prosecutor Jonas Lie accused him of sailing drunk.',
};

/** The text of what is posted at the next slot: the first is a minute away, each further one a day. */
async function morning(after: readonly Draft[], file: string): Promise<string> {
  const before = posts(bot).length;
  await bot.take(`file:${file}`, after);
  bot.clock.move(before === 0 ? MINUTE : DAY);
  await tick(bot.delivering);
  return JSON.stringify(posts(bot).slice(before));
}

test('a story a channel knows comes back with its new fact first, marked; told again it is only named', async () => {
  await schedule(bot);
  const first = await morning([FIRST], 'a.json');
  const again = await morning([AGAIN], 'b.json');
  const changed = await morning([NEWS], 'c.json');
  const quiet = await morning([], 'd.json');

  expect(first).toContain('A ferry sank off Kvaloy');
  expect(first).not.toContain('Changed');
  expect(again).toContain('Still developing: Ferry sinks off Kvaloy, nine dead');
  expect(again).toContain('A quiet day');
  expect(changed).toMatch(/\*\*Changed\*\*.*Prosecutor Jonas Lie accused him of sailing drunk|arrested the captain/);
  expect(quiet).toContain('A quiet day');
  expect(quiet).not.toContain('Nordlys');
});

test('a schedule made anew for the channel knows what the removed one told', async () => {
  const { id } = await schedule(bot);
  await morning([FIRST], 'a.json');
  await removeSchedule(bot.store, id);
  await schedule(bot);
  bot.clock.move(MINUTE);
  await tick(bot.delivering);
  const [, again] = posts(bot);

  expect(JSON.stringify(again)).toContain('A quiet day');
  expect(JSON.stringify(again)).not.toContain('A ferry sank off Kvaloy');
});

test('a channel that a schedule moves to has not had what it told elsewhere, and the old one has', async () => {
  const { id } = await schedule(bot);
  await morning([FIRST], 'a.json');
  const harbour = bot.discord.world.addChannel({ name: 'harbour' });
  await expect.poll(() => bot.client.channels.cache.has(harbour.id)).toBe(true);
  bot.clock.move(HOUR);
  await bot.take('file:b.json', [AGAIN]);

  await deskOf(bot).edit(id, { channel: harbour.id });
  bot.clock.move(DAY - HOUR);
  await tick(bot.delivering);
  await schedule(bot);
  bot.clock.move(MINUTE);
  await tick(bot.delivering);

  expect(JSON.stringify(bot.discord.messages('harbour'))).toContain('the ferry Nordlys sank off Kvaloy');
  expect(JSON.stringify(posts(bot).at(-1))).toContain('Still developing');
});

test('another channel has not had it, and /brief tells everything', async () => {
  await schedule(bot);
  await morning([FIRST], 'a.json');
  bot.clock.move(HOUR);
  const { stories } = await bot.newsroom.brief({ since: '3d' });

  expect(stories.map(({ lead, entry }) => [lead.title, entry.changed])).toEqual([[FIRST.title, false]]);
});
