import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { commandToJSON } from '../../src/discord/command-json.ts';

test('every file in commands/ is listed, under its own name: “Brief this link” is brief-this-link.ts', () => {
  const files = readdirSync(new URL('../../commands/', import.meta.url)).filter((file) => file !== 'index.ts');

  expect(commands.map(({ name }) => `${name.toLowerCase().replaceAll(' ', '-')}.ts`).toSorted()).toEqual(
    files.toSorted(),
  );
});

test('every option that names something known offers suggestions', () => {
  const actions = commands.flatMap((command) => ('run' in command ? [command] : Object.values(command.subcommands)));
  const texts = actions.flatMap(({ options }) =>
    Object.entries(options).filter(([, option]) => option.type === 'text' && !option.hidden && !('choices' in option)),
  );
  const free = texts.filter(([, option]) => !('suggest' in option)).map(([name]) => name);

  expect([...new Set(free)].toSorted()).toEqual(['cron', 'days', 'time', 'url']);
});

test('what only buttons give is not shown to people', () => {
  const story = commands.find(({ name }) => name === 'story')!;

  expect(commandToJSON(story)).toMatchObject({ options: [{ name: 'title' }] });
});
