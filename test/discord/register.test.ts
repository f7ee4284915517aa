import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { registerCommands } from '../../src/discord/register.ts';
import { botWith, type TestBot } from '../support/bot.ts';

let bot: TestBot;

beforeAll(async () => {
  bot = await botWith();
});

afterAll(() => bot.close());

const writes = () =>
  bot.discord.requests.filter(({ method, route }) => method === 'PUT' && route.includes('commands')).length;

test('every command is registered under its name', () => {
  expect(
    bot.discord
      .commands()
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(commands.map(({ name }) => name).toSorted());
});

test('registering again what Discord has already changes nothing', async () => {
  const before = writes();

  expect(await registerCommands(bot.client, commands)).toBe(false);
  expect(writes()).toBe(before);
});

test.each([
  ['a description', (command: (typeof commands)[number]) => ({ ...command, description: 'Something else' })],
  [
    'an option',
    (command: (typeof commands)[number]) =>
      ({ ...command, options: { extra: { type: 'whole', description: 'More', min: 1 } } }) as typeof command,
  ],
])('%s that differs is registered', async (_what, change) => {
  const [first, ...others] = commands;

  expect(await registerCommands(bot.client, [change(first!), ...others])).toBe(true);
  expect(await registerCommands(bot.client, commands)).toBe(true);
});

test('managers alone are offered /schedule', () => {
  const names = (person: string) =>
    bot.discord
      .person(person)
      .commands()
      .map(({ name }) => name);

  expect(names('Ada')).toContain('schedule');
  expect(names('Ben')).not.toContain('schedule');
});
