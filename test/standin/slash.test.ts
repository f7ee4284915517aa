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
import type { StandIn } from '../../src/standin/standin.ts';
import { callbackOf, connect, later, next, refusalOf, startStandIn, who } from './support.ts';

let standIn: StandIn;
let client: Client<true>;
/** How the bot answers, set by each test. */
let answer: (interaction: ChatInputCommandInteraction) => Promise<unknown>;
let offers: readonly { name: string; value: string }[] | undefined;

const REMIND = 'Look this up';

beforeAll(async () => {
  standIn = await startStandIn({ rateLimits: 'off' });
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
  const asked = next<AutocompleteInteraction>(client, Events.InteractionCreate);

  expect(await standIn.person().type('who', 'name', 'ma')).toEqual(offers);
  expect((await asked).options.getFocused(true)).toMatchObject({ name: 'name', value: 'ma' });
});

test.each<[why: string, wrong: readonly object[], field: string, code: string]>([
  ['26 names', Array.from({ length: 26 }, (_, n) => named(`${n}`)), 'data.choices', 'BASE_TYPE_MAX_LENGTH'],
  ['a name of 101 letters', [named('n'.repeat(101))], 'data.choices.0.name', 'BASE_TYPE_BAD_LENGTH'],
  ['a name without a value', [{ name: 'n', value: '' }], 'data.choices.0.value', 'BASE_TYPE_BAD_LENGTH'],
])('%s are not taken, but others may be offered instead', async (_why, wrong, field, code) => {
  offers = undefined;
  const refused = next<AutocompleteInteraction>(client, Events.InteractionCreate).then(async (interaction) => {
    const body = { type: 8, data: { choices: wrong } };
    const refusal = await refusalOf(client.rest.post(callbackOf(interaction), { body }));
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
