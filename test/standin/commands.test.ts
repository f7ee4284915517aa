import { type Client, Routes } from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { StandIn } from '../../src/standin/standin.ts';
import { connect, refusalOf, startStandIn, who } from './support.ts';

let standIn: StandIn;
let client: Client<true>;
let route: ReturnType<typeof Routes.applicationCommands>;

beforeAll(async () => {
  standIn = await startStandIn({ rateLimits: 'off' });
  client = await connect(standIn);
  route = Routes.applicationCommands(client.application.id);
});

beforeEach(() => client.rest.put(route, { body: [] }));

afterAll(async () => {
  await client.destroy();
  await standIn.close();
});

const put = (...commands: readonly object[]) => client.rest.put(route, { body: commands });
const withOptions = (...options: readonly object[]) => ({ name: 'find', description: 'Find it', options });
const text = (name: string, more: object = {}) => ({ type: 3, name, description: 'A text', ...more });
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));

test('a registered command comes back with an id, a version and the defaults Discord fills in', async () => {
  await put({ ...who, default_member_permissions: '32' });

  expect(await client.rest.get(route)).toEqual([
    {
      ...who,
      id: expect.stringMatching(/^\d+$/),
      version: expect.stringMatching(/^\d+$/),
      application_id: client.application.id,
      type: 1,
      default_member_permissions: '32',
      dm_permission: true,
      contexts: null,
      integration_types: [0],
      nsfw: false,
    },
  ]);
});

test('what says nothing is left out: not required, no autocomplete, no options', async () => {
  await put(
    { ...withOptions(text('a', { required: false, autocomplete: false, choices: [] })) },
    { ...who, options: [] },
  );

  const [find, plain] = standIn.commands();
  expect(find?.options).toEqual([text('a')]);
  expect(plain).not.toHaveProperty('options');
});

test('a command registered again keeps its id, and its version too if nothing changed', async () => {
  await put(who);
  const [first] = standIn.commands();
  await put(who);
  const [again] = standIn.commands();
  await put({ ...who, description: 'Who it is' });
  const [changed] = standIn.commands();

  expect(again).toEqual(first);
  expect(changed?.id).toBe(first?.id);
  expect(changed?.version).not.toBe(first?.version);
});

test('discord.js finds its own commands unchanged', async () => {
  await client.application.commands.set([who]);

  const fetched = await client.application.commands.fetch();
  expect(fetched.first()?.equals({ ...who, integrationTypes: [0] })).toBe(true);
});

test('single commands are made, changed and removed', async () => {
  const made = await client.application.commands.create(who);
  await client.application.commands.edit(made.id, { description: 'Who it was' });
  expect(standIn.commands()).toMatchObject([{ name: 'who', description: 'Who it was', options: who.options }]);

  await client.application.commands.delete(made.id);
  expect(standIn.commands()).toEqual([]);
  expect(await refusalOf(client.application.commands.delete(made.id))).toMatchObject({ code: 10063, status: 404 });
});

test("a guild's own commands are kept apart", async () => {
  const guild = client.guilds.cache.firstKey() ?? '';
  await client.application.commands.set([who], guild);

  expect(standIn.commands(guild)).toMatchObject([{ name: 'who', guild_id: guild }]);
  expect(standIn.commands()).toEqual([]);
  await client.application.commands.set([], guild);
});

test('a context menu command has no description and may have spaces and capitals', async () => {
  await put({ type: 3, name: 'Brief this link' });

  expect(standIn.commands()).toMatchObject([{ type: 3, name: 'Brief this link', description: '' }]);
});

test.each<[why: string, command: object, field: string, code: string]>([
  ['a name in capitals', { ...who, name: 'Who' }, '0.name', 'APPLICATION_COMMAND_INVALID_NAME'],
  ['a name with a space', { ...who, name: 'who is' }, '0.name', 'APPLICATION_COMMAND_INVALID_NAME'],
  ['a name of 33 letters', { ...who, name: 'w'.repeat(33) }, '0.name', 'BASE_TYPE_BAD_LENGTH'],
  ['no name', { description: 'Nameless' }, '0.name', 'BASE_TYPE_REQUIRED'],
  ['no description', { name: 'who' }, '0.description', 'BASE_TYPE_REQUIRED'],
  ['an empty description', { ...who, description: '' }, '0.description', 'BASE_TYPE_BAD_LENGTH'],
  ['a description of 101', { ...who, description: 'd'.repeat(101) }, '0.description', 'BASE_TYPE_BAD_LENGTH'],
  ['26 options', withOptions(...many(26, (n) => text(`o${n}`))), '0.options', 'BASE_TYPE_MAX_LENGTH'],
  [
    'a required option after one that is not',
    withOptions(text('a'), text('b', { required: true })),
    '0.options',
    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    'two options of one name',
    withOptions(text('a'), text('a')),
    '0.options',
    'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
  ],
  ['an option of no known type', withOptions({ ...text('a'), type: 99 }), '0.options.0.type', 'BASE_TYPE_CHOICES'],
  [
    '26 choices',
    withOptions(text('a', { choices: many(26, (n) => ({ name: `n${n}`, value: `v${n}` })) })),
    '0.options.0.choices',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a choice named in 101 letters',
    withOptions(text('a', { choices: [{ name: 'n'.repeat(101), value: 'v' }] })),
    '0.options.0.choices.0.name',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a choice that is a text where numbers are asked for',
    withOptions({ ...text('a', { choices: [{ name: 'one', value: 'one' }] }), type: 4 }),
    '0.options.0.choices.0.value',
    'NUMBER_TYPE_COERCE',
  ],
  [
    'both choices and autocomplete',
    withOptions(text('a', { autocomplete: true, choices: [{ name: 'n', value: 'v' }] })),
    '0.options.0.autocomplete',
    'APPLICATION_COMMAND_OPTION_AUTOCOMPLETE_CHOICES',
  ],
  [
    'sub-commands beside options',
    withOptions({ type: 1, name: 'add', description: 'Add' }, text('a')),
    '0.options',
    'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  ],
  [
    'a sub-command in a sub-command',
    withOptions({ type: 1, name: 'add', description: 'Add', options: [{ type: 1, name: 'x', description: 'X' }] }),
    '0.options.0.options.0.type',
    'BASE_TYPE_CHOICES',
  ],
  [
    'more than 8000 characters',
    withOptions(
      ...many(4, (n) =>
        text(`o${n}`, { choices: many(25, (m) => ({ name: `${m}`.padEnd(50, 'n'), value: `${m}`.padEnd(50, 'v') })) }),
      ),
    ),
    '0',
    'APPLICATION_COMMAND_TOO_LARGE',
  ],
  [
    'a described context menu command',
    { type: 3, name: 'Look', description: 'd' },
    '0.description',
    'BASE_TYPE_MAX_LENGTH',
  ],
])('a command with %s is refused', async (_why, command, field, code) => {
  const refusal = await refusalOf(put(command));

  expect(refusal).toMatchObject({ code: 50035, status: 400 });
  expect(refusal.fields).toMatchObject({ [field]: code });
  expect(standIn.commands()).toEqual([]);
});

test('two commands of one name are refused', async () => {
  const { fields } = await refusalOf(put(who, who));

  expect(fields).toEqual({ 1: 'APPLICATION_COMMANDS_DUPLICATE_NAME' });
});

test('the 101st slash command is refused', async () => {
  const hundred = many(100, (n) => ({ name: `c${n}`, description: 'One of many' }));
  await put(...hundred);

  expect(await refusalOf(put(...hundred, who))).toMatchObject({ code: 30032, status: 400 });
});

test("another application's commands are none of the bot's business", async () => {
  expect(await refusalOf(client.rest.put(Routes.applicationCommands('1'), { body: [] }))).toMatchObject({
    code: 20012,
    status: 403,
  });
});
