import { type Client, MessageFlags, Routes } from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { StandIn } from '../../src/standin/standin.ts';
import { connect, next, refusalOf, startStandIn, who } from './support.ts';

const MINUTE = 60_000;

let standIn: StandIn;
let client: Client<true>;
let channel: string;
let time = Date.parse('2026-03-02T07:00:00Z');

beforeAll(async () => {
  standIn = await startStandIn({ rateLimits: 'off', now: () => time });
  // The guild messages intent, to hear what the gateway says of messages.
  client = await connect(standIn, { intents: [1, 512] });
});

beforeEach(() => {
  channel = standIn.world.addChannel({ name: 'quiet' }).id;
});

afterAll(async () => {
  await client.destroy();
  await standIn.close();
});

interface Got {
  readonly id: string;
  readonly content: string;
  readonly nonce?: string;
}

const send = async (body: object) => (await client.rest.post(Routes.channelMessages(channel), { body })) as Got;
const history = async (query = '') =>
  (await client.rest.get(Routes.channelMessages(channel), { query: new URLSearchParams(query) })) as readonly Got[];

test('a nonce sent again within minutes gives the message it made, and no second one', async () => {
  const first = await send({ content: 'Good morning', nonce: 'slot-1', enforce_nonce: true });
  time += 4 * MINUTE;
  const again = await send({ content: 'Good morning', nonce: 'slot-1', enforce_nonce: true });

  expect(again).toEqual(first);
  expect(first.nonce).toBe('slot-1');
  expect(standIn.messages(channel)).toHaveLength(1);
});

test('a nonce is forgotten after some minutes, and means nothing unless it is enforced', async () => {
  await send({ content: 'one', nonce: 'slot-2', enforce_nonce: true });
  await send({ content: 'two', nonce: 'slot-2' });
  time += 6 * MINUTE;
  await send({ content: 'three', nonce: 'slot-2', enforce_nonce: true });

  expect(standIn.messages(channel).map(({ content }) => content)).toEqual(['one', 'two', 'three']);
});

test('the gateway tells the nonce; a message fetched later has none', async () => {
  const told = next<Got>(client, 'messageCreate');
  const { id } = await send({ content: 'Good morning', nonce: 'slot-3' });

  expect((await told).nonce).toBe('slot-3');
  expect(await client.rest.get(Routes.channelMessage(channel, id))).not.toHaveProperty('nonce');
  expect((await history())[0]).not.toHaveProperty('nonce');
});

test('the gateway never tells of a private answer', async () => {
  await client.application.commands.set([who]);
  const heard: string[] = [];
  client.on('messageCreate', ({ content }) => heard.push(content));
  client.once('interactionCreate', async (one) => {
    if (!one.isChatInputCommand()) return;
    await one.reply({ content: 'to you', flags: MessageFlags.Ephemeral });
    await one.followUp('to all');
  });
  const told = next(client, 'messageCreate');

  await standIn.person().slash('who', { name: 'mara' }, { channel });
  await told;

  expect(heard).toEqual(['to all']);
});

test('a nonce of 26 characters is refused', async () => {
  const { fields } = await refusalOf(send({ content: 'x', nonce: 'n'.repeat(26) }));

  expect(fields).toEqual({ nonce: 'BASE_TYPE_MAX_LENGTH' });
});
