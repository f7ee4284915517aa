import { type ChatInputCommandInteraction, type Client, Events } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TypedOptions } from '../../src/standin/commands/typed.ts';
import { StandInRefusal } from '../../src/standin/refusal.ts';
import type { StandIn } from '../../src/standin/standin.ts';
import { connect, startStandIn } from './support.ts';

let standIn: StandIn;
let client: Client<true>;
let heard: ChatInputCommandInteraction;

beforeAll(async () => {
  standIn = await startStandIn({ rateLimits: 'off' });
  client = await connect(standIn);
  standIn.world.addRole({ name: 'Readers' });
  standIn.world.addChannel({ name: 'pier', type: 2 });
  client.on(Events.InteractionCreate, (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    heard = interaction;
    interaction.reply('done').catch(() => {});
  });
  await client.rest.put(`/applications/${client.application.id}/commands`, { body: [search, schedule] });
});

afterAll(async () => {
  await client.destroy();
  await standIn.close();
});

const option = (type: number, name: string, more: object = {}) => ({ type, name, description: 'One of them', ...more });

const search = {
  name: 'search',
  description: 'Search the articles',
  options: [
    option(3, 'words', { required: true, min_length: 2, max_length: 10 }),
    option(4, 'days', { min_value: 1, max_value: 90 }),
    option(3, 'since', { choices: [{ name: 'a day', value: '24h' }] }),
    option(5, 'exact'),
    option(10, 'score', { max_value: 1 }),
    option(11, 'file'),
  ],
};

const schedule = {
  name: 'schedule',
  description: 'Scheduled briefings',
  default_member_permissions: '32',
  options: [
    option(1, 'list'),
    option(1, 'add', {
      options: [
        option(7, 'channel', { required: true, channel_types: [0, 5] }),
        option(8, 'role'),
        option(6, 'member'),
        option(9, 'whoever'),
      ],
    }),
    option(2, 'zone', { options: [option(1, 'set', { options: [option(3, 'name')] })] }),
  ],
};

test('what is typed arrives as it was typed', async () => {
  await standIn.person().slash('search', { words: 'ferry', days: 3, since: '24h', exact: true, score: 0.5 });

  const { options } = heard;
  expect([options.getString('words'), options.getInteger('days'), options.getString('since')]).toEqual([
    'ferry',
    3,
    '24h',
  ]);
  expect([options.getBoolean('exact'), options.getNumber('score')]).toEqual([true, 0.5]);
});

test('channels, roles and people are named, and arrive resolved', async () => {
  await standIn
    .person()
    .slash('schedule add', { channel: '#general', role: 'Readers', member: 'Ben', whoever: 'Readers' });

  const { options } = heard;
  expect(options.getSubcommand()).toBe('add');
  expect(options.getChannel('channel')).toMatchObject({ name: 'general' });
  expect(options.getRole('role')).toMatchObject({ name: 'Readers' });
  expect(options.getUser('member')).toMatchObject({ globalName: 'Ben' });
  expect(options.getMentionable('whoever')).toMatchObject({ name: 'Readers' });
});

test('a sub-command may stand in a group', async () => {
  await standIn.person().slash('schedule zone set', { name: 'Europe/Oslo' });

  expect([heard.options.getSubcommandGroup(), heard.options.getSubcommand()]).toEqual(['zone', 'set']);
  expect(heard.options.getString('name')).toBe('Europe/Oslo');
});

test('a file is handed over, and the bot can fetch it', async () => {
  await standIn.person().slash('search', { words: 'ferry', file: { name: 'feeds.opml', content: '<opml/>' } });

  const file = heard.options.getAttachment('file', true);
  expect([file.name, await (await fetch(file.url)).text()]).toEqual(['feeds.opml', '<opml/>']);
});

test.each<[why: string, path: string, options: TypedOptions, said: string]>([
  ['a command that is not there', 'find', {}, 'no command /find'],
  ['a sub-command that is not there', 'schedule drop', {}, 'no sub-command “drop”'],
  ['a command without its sub-command', 'schedule', {}, 'Choose a sub-command'],
  ['an option that is not there', 'search', { words: 'ferry', month: 3 }, 'no option “month”'],
  ['a required option left out', 'search', { days: 3 }, 'This option is required. Specify a value: words'],
  ['too short a text', 'search', { words: 'f' }, 'words: Must be 2 or more in length'],
  ['too long a text', 'search', { words: 'f'.repeat(11) }, 'words: Must be 10 or fewer in length'],
  ['an empty text', 'schedule zone set', { name: '' }, 'name: Must be 1 or more in length'],
  ['a number for a text', 'search', { words: 3 }, 'words: Enter a text'],
  ['a fraction for a whole number', 'search', { words: 'ferry', days: 1.5 }, 'days: Enter a valid integer'],
  ['too small a number', 'search', { words: 'ferry', days: 0 }, 'days: Must be at least 1'],
  ['too great a number', 'search', { words: 'ferry', score: 2 }, 'score: Must be at most 1'],
  ['what is not among the choices', 'search', { words: 'ferry', since: '48h' }, 'since: Choose one of a day'],
  ['a text for yes or no', 'search', { words: 'ferry', exact: 'yes' }, 'exact: Choose True or False'],
  ['a channel that is not there', 'schedule add', { channel: 'attic' }, 'channel: Choose one from the list'],
  ['a channel of the wrong kind', 'schedule add', { channel: 'pier' }, 'channel: Choose one from the list'],
  ['a role that is not there', 'schedule add', { channel: 'news', role: 'Pilots' }, 'role: Choose one from the list'],
])('%s cannot be sent', async (_why, path, options, said) => {
  const sent = standIn.person().slash(path, options);

  await expect(sent).rejects.toThrow(StandInRefusal);
  await expect(sent).rejects.toThrow(said);
});

test('an option without autocomplete offers nothing', async () => {
  await expect(standIn.person().type('search', 'words', 'fe')).rejects.toThrow('offers nothing');
});

test('a command for managers is not there for members, until their role allows it', async () => {
  const ben = standIn.person('Ben');
  await expect(ben.slash('schedule list')).rejects.toThrow('no command /schedule');
  expect(ben.commands().map(({ name }) => name)).toEqual(['search']);

  standIn.world.editRole('Readers', { permissions: '32' });
  standIn.world.setRoles('Ben', ['Readers']);

  await ben.slash('schedule list');
  expect(heard.options.getSubcommand()).toBe('list');
});

test('commands are gone once the bot is, and where they may not be used', async () => {
  const { world } = standIn;
  world.setOverwrite('general', 'Ben', { deny: 1n << 31n });
  expect(standIn.person('Ben').commands({ channel: 'general' })).toEqual([]);

  world.removeBot();
  await expect(standIn.person().slash('search', { words: 'ferry' })).rejects.toThrow('no command /search');
  world.addBot();
});
