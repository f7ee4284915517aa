import { type Client, Routes } from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { StandIn } from '../../src/standin/standin.ts';
import { connect, refusalOf, startStandIn } from './support.ts';

let standIn: StandIn;
let client: Client<true>;
let channel: string;
let time = Date.parse('2026-03-02T07:00:00Z');

beforeAll(async () => {
  standIn = await startStandIn({ rateLimits: 'off', now: () => time });
  client = await connect(standIn);
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
}

const send = async (body: object) => (await client.rest.post(Routes.channelMessages(channel), { body })) as Got;
const history = async (query = '') =>
  (await client.rest.get(Routes.channelMessages(channel), { query: new URLSearchParams(query) })) as readonly Got[];

test('history goes from the newest back, in pages', async () => {
  for (const content of ['one', 'two', 'three', 'four', 'five']) await send({ content });
  const ids = standIn.messages(channel).map(({ id }) => id);
  const contents = async (query: string) => (await history(query)).map(({ content }) => content);

  expect(await contents('')).toEqual(['five', 'four', 'three', 'two', 'one']);
  expect(await contents('limit=2')).toEqual(['five', 'four']);
  expect(await contents(`before=${ids[2]}`)).toEqual(['two', 'one']);
  expect(await contents(`before=${ids[2]}&limit=1`)).toEqual(['two']);
  expect(await contents(`after=${ids[1]}&limit=2`)).toEqual(['four', 'three']);
  expect(await contents(`around=${ids[2]}&limit=3`)).toEqual(['four', 'three', 'two']);
});

test.each(['limit=0', 'limit=101', 'limit=many', 'before=yesterday'])('history with %s is refused', async (query) => {
  expect(await refusalOf(history(query))).toMatchObject({ code: 50035, status: 400 });
});

test('a message is fetched, edited and deleted', async () => {
  const { id } = await send({ content: 'one' });
  const path = Routes.channelMessage(channel, id);

  expect(await client.rest.patch(path, { body: { content: 'two' } })).toMatchObject({ id, content: 'two' });
  expect(await client.rest.get(path)).toMatchObject({ content: 'two', edited_timestamp: expect.any(String) });
  await client.rest.delete(path);
  expect(await refusalOf(client.rest.get(path))).toMatchObject({ code: 10008, status: 404 });
  expect(standIn.messages(channel)).toEqual([]);
});

test("another's message cannot be edited, nor its content be read without the intent for it", async () => {
  const { id } = standIn.person('Ben').say('The ferry is late', { channel });
  const path = Routes.channelMessage(channel, id);

  expect(await refusalOf(client.rest.patch(path, { body: { content: 'x' } }))).toMatchObject({
    code: 50005,
    status: 403,
  });
  expect(await client.rest.get(path)).toMatchObject({ content: '', author: { global_name: 'Ben' } });
});

test('a reply names the message it answers, which must be there', async () => {
  const { id } = await send({ content: 'one' });

  expect(await send({ content: 'two', message_reference: { message_id: id } })).toMatchObject({
    type: 19,
    message_reference: { message_id: id },
  });
  expect((await refusalOf(send({ content: 'x', message_reference: { message_id: '1' } }))).fields).toEqual({
    message_reference: 'REPLIES_UNKNOWN_MESSAGE',
  });
});

test.each<[why: string, body: object, fields: object]>([
  ['2001 characters', { content: 'x'.repeat(2001) }, { content: 'BASE_TYPE_MAX_LENGTH' }],
  ['a number for its text', { content: 5 }, { content: 'STRING_TYPE_CONVERT' }],
  ['eleven embeds', { embeds: Array.from({ length: 11 }, () => ({ title: 't' })) }, { embeds: 'BASE_TYPE_MAX_LENGTH' }],
  ['an embed titled in 257', { embeds: [{ title: 't'.repeat(257) }] }, { 'embeds.0.title': 'BASE_TYPE_MAX_LENGTH' }],
  [
    'embeds of 6001 characters',
    { embeds: [{ description: 'd'.repeat(4000) }, { description: 'd'.repeat(2001) }] },
    { embeds: 'MAX_EMBED_SIZE_EXCEEDED' },
  ],
  [
    'mentions of an unknown kind',
    { content: 'x', allowed_mentions: { parse: ['friends'] } },
    { 'allowed_mentions.parse': 'BASE_TYPE_CHOICES' },
  ],
  [
    'mentions both altogether and one by one',
    { content: 'x', allowed_mentions: { parse: ['roles'], roles: ['1'] } },
    { allowed_mentions: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE' },
  ],
])('a message with %s is refused', async (_why, body, fields) => {
  const refusal = await refusalOf(send(body));

  expect(refusal).toMatchObject({ code: 50035, status: 400 });
  expect(refusal.fields).toEqual(fields);
});

test('an instant is what the clock of the stand-in says', async () => {
  time = Date.parse('2026-03-02T12:00:00Z');

  expect(await send({ content: 'noon' })).toMatchObject({ timestamp: '2026-03-02T12:00:00.000Z' });
});

test('a body that is no JSON, and a form without sense, are refused', async () => {
  const post = async (type: string, body: string) => {
    const headers = { authorization: 'Bot anything', 'content-type': type };
    const response = await fetch(`${standIn.api}/v10${Routes.channelMessages(channel)}`, {
      method: 'POST',
      headers,
      body,
    });
    return [response.status, (await response.json()).code];
  };

  expect(await post('application/json', '{"content":')).toEqual([400, 50109]);
  expect(await post('application/json', '"text"')).toEqual([400, 50035]);
  expect(await post('multipart/form-data; boundary=x', 'nothing of the kind')).toEqual([400, 50035]);
});
