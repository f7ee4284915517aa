import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Client,
  Events,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Change } from '../../src/standin/change.ts';
import { StandIn } from '../../src/standin/standin.ts';
import { connect, later, next, refusalOf, who } from './support.ts';

let standIn: StandIn;
let client: Client<true>;
/** How the bot answers, set by each test. */
let answer: (interaction: ChatInputCommandInteraction) => Promise<unknown>;
let offers: readonly { name: string; value: string }[] | undefined;

const REMIND = 'Look this up';

beforeAll(async () => {
  standIn = await StandIn.start({ rateLimits: 'off' });
  client = await connect(standIn);
  client.on(Events.InteractionCreate, (interaction: Interaction) => {
    if (interaction.isAutocomplete()) return offers && interaction.respond(offers);
    if (interaction.isMessageContextMenuCommand()) return lookUp(interaction);
    if (interaction.isChatInputCommand()) return answer(interaction);
    return undefined;
  });
  await client.application.commands.set([who, { type: 3, name: REMIND }]);
});

afterAll(async () => {
  await client.destroy();
  await standIn.close();
});

const lookUp = (interaction: MessageContextMenuCommandInteraction) =>
  interaction.reply({ content: `read: ${interaction.targetMessage.content}`, flags: MessageFlags.Ephemeral });
const named = (name: string) => ({ name, value: name });
const ask = (name = 'mara') => standIn.person().slash('who', { name });

test('a command is answered at once', async () => {
  answer = (interaction) => interaction.reply(`${interaction.options.getString('name')} is the harbour master`);

  const given = await ask('Mara');

  expect(given).toMatchObject({ private: false, deferred: false, updated: false, followups: [] });
  expect(given.message).toMatchObject({
    content: 'Mara is the harbour master',
    type: 20,
    author: { id: client.user.id, bot: true },
    interaction_metadata: { user: { global_name: 'Ada' } },
  });
});

test('a public answer is in the history of its channel, a private one only before the eyes of the asker', async () => {
  answer = (interaction) => interaction.reply('to all');
  const open = await ask();
  answer = (interaction) => interaction.reply({ content: 'to you', flags: MessageFlags.Ephemeral });
  const closed = await ask();

  const ids = (viewer?: string) => standIn.messages('news', viewer).map(({ id }) => id);
  expect(closed).toMatchObject({ private: true, message: { flags: MessageFlags.Ephemeral } });
  expect(ids('Ada')).toEqual(expect.arrayContaining([open.message.id, closed.message.id]));
  expect(ids('Ben')).toContain(open.message.id);
  expect(ids('Ben')).not.toContain(closed.message.id);
  const channel = await client.channels.fetch(closed.message.channel_id);
  const history = channel?.isTextBased() ? await channel.messages.fetch() : undefined;
  expect(history?.has(open.message.id)).toBe(true);
  expect(history?.has(closed.message.id)).toBe(false);
});

test('a deferred answer settles when it is edited, and says that it thinks meanwhile', async () => {
  const thinking: Change[] = [];
  const stop = standIn.on('change', (change) => change.kind === 'thinking' && thinking.push(change));
  answer = async (interaction) => {
    await interaction.deferReply();
    expect(standIn.messages('news').at(-1)?.flags).toBe(MessageFlags.Loading);
    await interaction.editReply('found');
  };

  const given = await ask();

  stop();
  expect(given).toMatchObject({ deferred: true, private: false, message: { content: 'found', flags: 0 } });
  expect(given.message.edited_timestamp).toBeNull();
  expect(thinking).toMatchObject([{ begun: true }, { begun: false }]);
});

test('the flags of the deferral decide whether an answer is private, whatever the edit says', async () => {
  answer = async (interaction) => {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply('for you');
  };

  expect(await ask()).toMatchObject({ private: true, message: { content: 'for you' } });
});

test('a follow-up may be private although the answer was public', async () => {
  answer = async (interaction) => {
    await interaction.deferReply();
    await interaction.deleteReply();
    await interaction.followUp({ content: 'only you: it failed', flags: MessageFlags.Ephemeral });
  };

  const given = await ask();

  expect(given).toMatchObject({ private: true, deferred: true, message: { content: 'only you: it failed' } });
  expect(given.followups).toEqual([given.message]);
});

test('a follow-up while the answer is loading becomes the answer, and stays as public as that', async () => {
  answer = async (interaction) => {
    await interaction.deferReply();
    await interaction.followUp({ content: 'here', flags: MessageFlags.Ephemeral });
  };

  expect(await ask()).toMatchObject({ private: false, followups: [], message: { content: 'here', type: 20 } });
});

test('an answer can be fetched, edited and deleted, and so can a follow-up', async () => {
  const done = later<string[]>();
  answer = async (interaction) => {
    await interaction.reply('one');
    const original = await interaction.fetchReply();
    await interaction.editReply('two');
    const more = await interaction.followUp('three');
    await interaction.editReply({ message: more.id, content: 'four' });
    const seen = standIn.messages('news').slice(-2);
    await interaction.deleteReply(more.id);
    await interaction.deleteReply();
    done.resolve([original.content, ...seen.map(({ content }) => content)]);
  };
  const before = standIn.messages('news').length;

  await ask();

  expect(await done.promise).toEqual(['one', 'two', 'four']);
  expect(standIn.messages('news')).toHaveLength(before);
});

test('a second first answer is refused', async () => {
  const refused = later<unknown>();
  answer = async (interaction) => {
    await interaction.reply('one');
    refused.resolve(await refusalOf(interaction.client.rest.post(callback(interaction), { body: { type: 5 } })));
  };

  await ask();

  expect(await refused.promise).toMatchObject({ code: 40060, status: 400 });
});

test('an answer that comes too late is refused, and the asker is told that there was none', async () => {
  const hasty = await StandIn.start({ patience: 20 });
  const bot = await connect(hasty);
  await bot.application.commands.set([who]);
  const asked = next<ChatInputCommandInteraction>(bot, Events.InteractionCreate);

  await expect(hasty.person().slash('who', { name: 'mara' })).rejects.toThrow('The application did not respond');
  await expect(hasty.person().type('who', 'name', 'ma')).rejects.toThrow('Loading options failed');

  expect(await refusalOf((await asked).reply('sorry'))).toMatchObject({ code: 10062, status: 404 });
  await bot.destroy();
  await hasty.close();
});

test('a refused answer can be given again, better', async () => {
  const refused = later<unknown>();
  answer = async (interaction) => {
    refused.resolve(await refusalOf(interaction.reply('x'.repeat(2001))));
    await interaction.reply('short');
  };

  expect((await ask()).message.content).toBe('short');
  expect(await refused.promise).toMatchObject({ code: 50035, fields: { 'data.content': 'BASE_TYPE_MAX_LENGTH' } });
});

test('an answer can be asked back with the message it made', async () => {
  const got = later<unknown>();
  answer = async (interaction) => {
    const { interaction: about, resource } = await interaction.reply({ content: 'one', withResponse: true });
    got.resolve([about.responseMessageId === resource?.message?.id, resource?.message?.content]);
  };

  await ask();

  expect(await got.promise).toEqual([true, 'one']);
});

test('a command hears who asks, where, and what they may do', async () => {
  const heard = later<unknown>();
  answer = async (interaction) => {
    await interaction.reply('heard');
    const { user, memberPermissions, appPermissions, guildId, channelId } = interaction;
    heard.resolve({
      user: user.globalName,
      manages: memberPermissions?.has('ManageGuild'),
      botWrites: appPermissions.has('SendMessages'),
      botManages: appPermissions.has('ManageGuild'),
      guildId,
      channelId,
    });
  };

  await standIn.person('Ben').slash('who', { name: 'mara' }, { channel: 'general' });

  expect(await heard.promise).toEqual({
    user: 'Ben',
    manages: false,
    botWrites: true,
    botManages: false,
    guildId: standIn.world.guild()?.id,
    channelId: standIn.world.channel('general')?.id,
  });
});

test('names are offered while someone types', async () => {
  offers = [{ name: 'Mara Lindqvist', value: 'mara' }];

  expect(await standIn.person().type('who', 'name', 'ma')).toEqual(offers);
});

test.each<[why: string, wrong: readonly object[], field: string, code: string]>([
  ['26 names', Array.from({ length: 26 }, (_, n) => named(`${n}`)), 'data.choices', 'BASE_TYPE_MAX_LENGTH'],
  ['a name of 101 letters', [named('n'.repeat(101))], 'data.choices.0.name', 'BASE_TYPE_BAD_LENGTH'],
  ['a name without a value', [{ name: 'n', value: '' }], 'data.choices.0.value', 'BASE_TYPE_BAD_LENGTH'],
])('%s are not taken, but others may be offered instead', async (_why, wrong, field, code) => {
  offers = undefined;
  const refused = next<AutocompleteInteraction>(client, Events.InteractionCreate).then(async (interaction) => {
    const body = { type: 8, data: { choices: wrong } };
    const refusal = await refusalOf(client.rest.post(callback(interaction), { body }));
    await interaction.respond([named('Mara')]);
    return refusal;
  });

  expect(await standIn.person().type('who', 'name', 'ma')).toEqual([named('Mara')]);
  expect(await refused).toMatchObject({ code: 50035, fields: { [field]: code } });
});

test("a command of a message's menu gets the message, though the bot reads no one's messages", async () => {
  const said = standIn.person('Ben').say('The ferry is late');

  const given = await standIn.person().menu(REMIND, said);

  expect(given).toMatchObject({ private: true, message: { content: 'read: The ferry is late', type: 23 } });
});

test('a private answer can be dismissed', async () => {
  answer = (interaction) => interaction.reply({ content: 'to you', flags: MessageFlags.Ephemeral });
  const { message } = await ask();

  standIn.person().dismiss(message);

  expect(standIn.messages('news', 'Ada').map(({ id }) => id)).not.toContain(message.id);
});

test('the token of an interaction is good for fifteen minutes', async () => {
  let time = Date.parse('2026-03-02T07:00:00Z');
  const slow = await StandIn.start({ now: () => time });
  const bot = await connect(slow);
  await bot.application.commands.set([who]);
  bot.on(Events.InteractionCreate, (one) => one.isChatInputCommand() && one.reply('one').then(() => kept.resolve(one)));
  const kept = later<ChatInputCommandInteraction>();
  await slow.person().slash('who', { name: 'mara' });
  const interaction = await kept.promise;

  time += 14 * 60_000;
  await interaction.editReply('two');
  time += 2 * 60_000;

  expect(await refusalOf(interaction.editReply('three'))).toMatchObject({ code: 50027, status: 401 });
  expect(slow.messages('news').map(({ content }) => content)).toEqual(['two']);
  await bot.destroy();
  await slow.close();
});

test('a webhook of an interaction that has no answer yet is unknown', async () => {
  const refused = later<unknown>();
  answer = async (interaction) => {
    refused.resolve(await refusalOf(interaction.webhook.send('too early')));
    await interaction.reply('now');
  };

  await ask();

  expect(await refused.promise).toMatchObject({ code: 10015, status: 404 });
});

test('the bot may be asked in a direct message, where there is no server', async () => {
  const heard = later<unknown>();
  answer = async (interaction) => {
    await interaction.reply('here');
    heard.resolve([interaction.guildId, interaction.user.globalName]);
  };
  const ben = standIn.person('Ben');
  const channel = standIn.world.directChannel(ben.user).id;

  await ben.slash('who', { name: 'mara' }, { channel });

  expect(await heard.promise).toEqual([null, 'Ben']);
});

function callback({ id, token }: Pick<Interaction, 'id' | 'token'>): `/${string}` {
  return `/interactions/${id}/${token}/callback`;
}
