import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { defineCommand } from '../../src/discord/command.ts';
import { notice } from '../../src/render/card.ts';
import { botWith, type TestBot, textOf } from '../support/bot.ts';

const plain = (name: string, run: () => Promise<void>, more: object = {}) =>
  defineCommand({
    name,
    description: 'For this test',
    example: `/${name}`,
    options: {},
    ...more,
    async run() {
      await run();
      return { card: notice(['Done.']), rows: [] };
    },
  });

let bot: TestBot;

beforeAll(async () => {
  bot = await botWith({
    extra: [
      plain('fast', async () => {}),
      plain('slow', () => sleep(200)),
      plain('hushed', () => sleep(200), { private: true }),
      plain('mistaken', async () => {
        throw new UserError('Type a name.');
      }),
      plain('mistaken-late', async () => {
        await sleep(200);
        throw new UserError('Type a name.');
      }),
      plain('wordy', async () => {
        throw new UserError(`No such zone: ${'x'.repeat(6_000)}`);
      }),
      plain('broken', async () => {
        throw new Error('password=hunter2');
      }),
    ],
  });
});

afterAll(() => bot.close());

test('what is ready is answered at once, without “thinking…”', async () => {
  const answer = await bot.discord.person().slash('fast');

  expect(answer).toMatchObject({ deferred: false, private: false });
  expect(textOf(answer.message)).toBe('Done.');
});

test('what takes longer is deferred first, and then answered in its place', async () => {
  const answer = await bot.discord.person().slash('slow');

  expect(answer).toMatchObject({ deferred: true, private: false });
  expect(textOf(answer.message)).toBe('Done.');
});

test('a private command stays private when it is slow', async () => {
  const answer = await bot.discord.person().slash('hushed');

  expect(answer).toMatchObject({ deferred: true, private: true });
});

test('a mistake is told to the one who made it, and nobody else', async () => {
  const answer = await bot.discord.person().slash('mistaken');

  expect(answer.private).toBe(true);
  expect(textOf(answer.message)).toBe('Type a name.');
});

test('a mistake found late takes the public “thinking…” away', async () => {
  const answer = await bot.discord.person().slash('mistaken-late', {}, { channel: 'general' });

  expect(answer.private).toBe(true);
  expect(textOf(answer.message)).toBe('Type a name.');
  expect(bot.discord.messages('general', 'Ben')).toEqual([]);
});

test('however much was typed, a mistake is answered', async () => {
  expect(textOf((await bot.discord.person().slash('wordy')).message)).toMatch(/^No such zone: x+…$/);
});

test('a fault of ours is logged in full, and shown only as a reference', async () => {
  const answer = await bot.discord.person().slash('broken');

  const reference = /reference ([0-9a-f]{8})/.exec(textOf(answer.message))?.[1];
  expect(answer.private).toBe(true);
  expect(JSON.stringify(answer.message)).not.toContain('hunter2');
  expect(bot.errors).toMatchObject([
    { details: { command: 'broken', reference, error: new Error('password=hunter2') } },
  ]);
});

test('no message of ours notifies anybody', () => {
  const bodies = bot.discord.requests.filter(({ method }) => method !== 'GET');

  expect(bodies.length).toBeGreaterThan(5);
  expect(bot.client.options.allowedMentions).toEqual({ parse: [] });
});
