import type { Client } from 'discord.js';
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { playgroundRoutes } from '../../src/playground/playground.ts';
import { StandIn } from '../../src/standin/standin.ts';
import { startHarbourBot } from './harbour-bot.ts';

const HOST = '127.0.0.1:8080';

let standIn: StandIn;
let client: Client;
let routes: Hono;
let ada: string;
let ben: string;
let news: string;

beforeAll(async () => {
  standIn = await StandIn.start();
  ({ client } = await startHarbourBot(standIn.api));
  routes = playgroundRoutes(standIn, { hosts: ['127.0.0.1'] });
  [ada, ben] = [standIn.person('Ada').user.id, standIn.person('Ben').user.id];
  news = standIn.world.channel('news')!.id;
});

afterAll(async () => {
  await client.destroy();
  await standIn.close();
});

const get = (path: string) => routes.request(path, { headers: { host: HOST } });

const post = (name: string, body: unknown) =>
  routes.request(`/api/${name}`, {
    method: 'POST',
    headers: { host: HOST, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** A /who by this person in #news, and the message that answers it. */
async function askWho(person: string, name = 'Mara Lindqvist') {
  await post('slash', { person, channel: news, path: 'who', answers: { name } });
  return standIn.messages(news, person).at(-1)!;
}

test('the scene names the server, its people, and who may manage it', async () => {
  const scene = await (await get('/api/scene')).json();

  expect(scene).toMatchObject({ server: { name: 'The Harbour' }, person: ada });
  expect(scene.people).toMatchObject([
    { name: 'Ada', manager: true },
    { name: 'Ben', manager: false },
  ]);
  expect(scene.channels).toMatchObject([
    { name: 'news', kind: 'text' },
    { name: 'general', kind: 'text' },
    { name: 'Lede', kind: 'direct' },
  ]);
});

test('a channel closed to a member is not in that member’s scene, and cannot be read', async () => {
  const desk = standIn.world.addChannel({ name: 'desk', type: ChannelType.GuildText });
  standIn.world.setOverwrite('desk', ben, { deny: PermissionFlagsBits.ViewChannel });
  const names = async (person: string) => {
    const { channels } = await (await get(`/api/scene?person=${person}`)).json();
    return channels.map(({ name }: { name: string }) => name);
  };

  expect(await names(ada)).toContain('desk');
  expect(await names(ben)).not.toContain('desk');
  expect((await get(`/api/messages?person=${ben}&channel=${desk.id}`)).status).toBe(404);
});

test('the commands are those the bot has registered', async () => {
  const commands = await (await get(`/api/commands?person=${ben}&channel=${news}`)).json();

  const names = ['brief', 'who', 'schedule', 'slow', 'import', 'Brief this link', 'silent'];
  expect(commands.map(({ name }: { name: string }) => name)).toEqual(names);
});

test('names are offered while they are typed', async () => {
  const typed = { person: ada, channel: news, path: 'who', option: 'name', typed: 'odu', answers: {} };

  expect(await (await post('suggestions', typed)).json()).toEqual([{ name: 'Marek Oduya', value: 'Marek Oduya' }]);
});

test('a slash command is answered in the channel', async () => {
  const message = await askWho(ben);

  expect(message.interaction).toMatchObject({ name: 'who', user: { id: ben } });
});

test('what Discord’s client would not send is refused in its words', async () => {
  const answer = await post('slash', { person: ada, channel: news, path: 'who', answers: {} });

  expect(await answer.json()).toEqual({ refused: expect.stringContaining('name') });
});

test.each([
  ['slash', { path: 'who' }],
  ['slash', { path: '', answers: {} }],
  ['slash', { path: 'who', answers: { name: ['a'] } }],
  ['suggestions', { path: 'who', answers: {} }],
  ['press', { message: 'first', customId: 'next' }],
  ['choose', { message: '1', customId: 'story', values: 'ferry' }],
  ['say', { content: '  ' }],
  ['dismiss', {}],
])('a %s request without what it needs is refused: %j', async (name, body) => {
  const answer = await post(name, { person: ada, channel: news, ...body });

  expect(answer.status).toBe(400);
  expect((await answer.json()).error).not.toBe('');
});

test('nobody acts for someone who is not there, or on a message they do not see', async () => {
  const press = { channel: news, customId: 'next' };

  expect((await post('press', { ...press, person: '42', message: '1' })).status).toBe(404);
  expect((await post('press', { ...press, person: ada, message: '1' })).status).toBe(404);
});

test('a private reply is shown to the one who asked alone, and goes when it is dismissed', async () => {
  const answers = { channel: news, time: '07:00' };
  await post('slash', { person: ben, channel: news, path: 'schedule add', answers });
  const shown = async (person: string) => (await get(`/api/messages?person=${person}&channel=${news}`)).json();
  const reply = (await shown(ben)).at(-1);

  expect(reply.ephemeralFor).toBe(ben);
  expect((await shown(ada)).map(({ id }: { id: string }) => id)).not.toContain(reply.id);

  await post('dismiss', { person: ben, channel: news, message: reply.id });
  expect((await shown(ben)).map(({ id }: { id: string }) => id)).not.toContain(reply.id);
});

test('a stream tells each person what happens before their eyes, and not what is private to another', async () => {
  const stream = await get(`/api/events?person=${ada}`);
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  await post('slash', { person: ben, channel: news, path: 'schedule add', answers: { channel: news, time: '07:00' } });
  await post('say', { person: ben, channel: news, content: 'For all to see' });

  const { value } = await reader.read();
  await reader.cancel();
  const seenByBen = await (await get(`/api/messages?person=${ben}&channel=${news}`)).json();
  const secret = seenByBen.filter(({ ephemeralFor }: { ephemeralFor?: string }) => ephemeralFor === ben).at(-1);

  expect(value).toContain('For all to see');
  expect(secret.id).toMatch(/^\d+$/);
  expect(value).not.toContain(secret.id);
});
