import type { Client } from 'discord.js';
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { playgroundRoutes } from '../../src/playground/playground.ts';
import { StandIn } from '../../src/standin/standin.ts';
import { startHarbourBot } from './harbour-bot.ts';

const HOST = '127.0.0.1:8080';
const JSON_BODY = { host: HOST, 'content-type': 'application/json' };

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

const get = (path: string, headers: Record<string, string> = {}) =>
  routes.request(path, { headers: { host: HOST, ...headers } });

const post = (name: string, body: unknown, headers: Record<string, string> = {}) =>
  routes.request(`/api/${name}`, {
    method: 'POST',
    headers: { ...JSON_BODY, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** A /who by this person in #news, and the message that answers it. */
async function askWho(person: string, name = 'Mara Lindqvist') {
  await post('slash', { person, channel: news, path: 'who', answers: { name } });
  return standIn.messages(news, person).at(-1)!;
}

test.each(['localhost:8080', '127.0.0.1', '[::1]:8080', 'LOCALHOST:3000'])(
  '%s is a name of this machine',
  async (host) => {
    expect((await get('/', { host })).status).toBe(200);
  },
);

test.each(['news.example', 'news.example:8080', '127.0.0.1.news.example', '192.0.2.7:8080', ''])(
  'a name rebound to this machine is refused: “%s”',
  async (host) => {
    expect((await get('/', { host })).status).toBe(403);
    expect((await get(`/api/scene`, { host })).status).toBe(403);
  },
);

test('listening on every address, any address is its own, but no name is', async () => {
  const open = playgroundRoutes(standIn, { hosts: ['0.0.0.0'] });
  const status = async (host: string) => (await open.request('/', { headers: { host } })).status;

  expect(await status('192.0.2.7:8080')).toBe(200);
  expect(await status('news.example:8080')).toBe(403);
});

test.each(['http://news.example', 'http://localhost:3000', 'http://127.0.0.1:9090', 'null'])(
  'what a page at %s sends is refused',
  async (origin) => {
    const body = { person: ada, channel: news, content: 'hello' };

    expect((await post('say', body, { origin })).status).toBe(403);
    expect((await get('/api/scene', { origin })).status).toBe(403);
  },
);

test('what its own page sends is taken', async () => {
  const said = await post('say', { person: ada, channel: news, content: 'Good morning' }, { origin: `http://${HOST}` });

  expect(said.status).toBe(200);
  expect(standIn.messages(news).at(-1)).toMatchObject({ content: 'Good morning', author: { id: ada } });
});

test('a form cannot stand in for the page: only JSON is read', async () => {
  const body = JSON.stringify({ person: ada, channel: news, content: 'hello' });

  expect((await post('say', body, { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await post('say', '{"person":')).status).toBe(400);
});

test('every answer forbids scripts, pictures and frames from elsewhere', async () => {
  for (const path of ['/', '/page/theme.css', '/api/scene', '/nowhere']) {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  }
});

test.each(['/page/..%2f..%2f..%2fpackage.json', '/page/%2e%2e/playground.ts', '/page/main.ts', '/package.json'])(
  'no path leads out of the page: %s',
  async (path) => {
    expect((await get(path)).status).toBe(404);
  },
);

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

  expect(commands.map(({ name }: { name: string }) => name)).toEqual(['brief', 'who', 'schedule', 'slow', 'silent']);
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

  expect(value).toContain('For all to see');
  expect(value).not.toContain('07:00');
});
