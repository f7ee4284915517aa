import { type ChatInputCommandInteraction, type Client, Events, MessageFlags } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Change } from '../../src/standin/change.ts';
import type { StandIn } from '../../src/standin/standin.ts';
import { callbackOf, connect, later, next, refusalOf, startStandIn, who } from './support.ts';

let standIn: StandIn;
let client: Client<true>;
/** How the bot answers, set by each test. */
let answer: (interaction: ChatInputCommandInteraction) => Promise<unknown>;

beforeAll(async () => {
  standIn = await startStandIn({ rateLimits: 'off' });
  client = await connect(standIn);
  client.on(Events.InteractionCreate, (one) => (one.isChatInputCommand() ? answer(one) : undefined));
  await client.application.commands.set([who]);
});

afterAll(async () => {
  await client.destroy();
  await standIn.close();
});

const ask = () => standIn.person().slash('who', { name: 'mara' });

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
    refused.resolve(await refusalOf(interaction.client.rest.post(callbackOf(interaction), { body: { type: 5 } })));
  };

  await ask();

  expect(await refused.promise).toMatchObject({ code: 40060, status: 400 });
});

test('an answer that comes too late is refused, and the asker is told that there was none', async () => {
  const hasty = await startStandIn({ patience: 20 });
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

test('the token of an interaction is good for fifteen minutes', async () => {
  let time = Date.parse('2026-03-02T07:00:00Z');
  const slow = await startStandIn({ now: () => time });
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
