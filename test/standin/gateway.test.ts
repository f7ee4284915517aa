import { once } from 'node:events';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { StandIn, StandInOptions } from '../../src/standin/standin.ts';
import { connect, next, refusalOf, startStandIn, TOKEN, who } from './support.ts';

let standIn: StandIn;
const clients: Client[] = [];

beforeEach(async () => {
  standIn = await startStandIn({ rateLimits: 'off' });
});

afterEach(async () => {
  for (const client of clients.splice(0)) await client.destroy();
  await standIn.close();
});

async function restart(options: StandInOptions): Promise<void> {
  await standIn.close();
  standIn = await startStandIn({ rateLimits: 'off', ...options });
}

async function login(options: Parameters<typeof connect>[1] = {}): Promise<Client<true>> {
  const client = await connect(standIn, options);
  clients.push(client);
  return client;
}

const gateway = () => `${standIn.api.replace('http', 'ws').replace('/api', '')}/?v=10&encoding=json`;

/** Says one thing to the gateway and returns the code it hangs up with. */
async function hungUpAfter(message: object | string): Promise<number> {
  const socket = new WebSocket(gateway());
  await once(socket, 'message');
  socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  const [code]: unknown[] = await once(socket, 'close');
  return Number(code);
}

/** A connection held by hand, and what was heard on it. */
class Line {
  readonly #socket: WebSocket;
  readonly #messages: { readonly op: number; readonly d: Readonly<Record<string, unknown>> }[] = [];

  constructor(url: string) {
    this.#socket = new WebSocket(url);
    this.#socket.on('message', (data) => this.#messages.push(JSON.parse(String(data))));
  }

  say(message: object): void {
    this.#socket.send(JSON.stringify(message));
  }

  /** The first messages, once there are so many. */
  async heard(count: number) {
    while (this.#messages.length < count) await once(this.#socket, 'message');
    return this.#messages.slice(0, count);
  }
}

const identify = (more: object = {}) => ({
  op: 2,
  d: { token: TOKEN, intents: 1, properties: { os: 'x', browser: 'x', device: 'x' }, ...more },
});

test('the client logs in, and finds its server with channels, roles and itself', async () => {
  const client = await login();

  const [guild] = client.guilds.cache.values();
  expect(guild).toMatchObject({ name: 'The Harbour', memberCount: 3 });
  expect(guild?.channels.cache.map(({ name }) => name)).toEqual(['news', 'general']);
  expect(guild?.roles.cache.map(({ name }) => name)).toEqual(['@everyone', 'Lede']);
  expect(guild?.members.me?.id).toBe(client.user.id);
  expect((await client.application.fetch()).name).toBe('Lede');
});

test('nothing the client asks for on its way is unknown to the stand-in', async () => {
  const client = await login();
  const [guild] = client.guilds.cache.values();
  await guild?.fetch();
  await guild?.channels.fetch();
  await guild?.roles.fetch();
  await guild?.members.fetchMe();
  await client.user.fetch();

  expect(standIn.requests.filter(({ known }) => !known)).toEqual([]);
});

test('a route that is not there is not found, and is noted as unknown', async () => {
  const client = await login();

  expect(await refusalOf(client.rest.get('/voice/regions'))).toMatchObject({ code: 0, status: 404 });
  expect(standIn.requests.at(-1)).toMatchObject({ route: '/voice/regions', known: false, status: 404 });
});

test('a wrong token is refused by REST and by the gateway', async () => {
  await restart({ tokens: ['another'] });
  const client = new Client({ intents: [], rest: { api: standIn.api } });

  await expect(client.login(TOKEN)).rejects.toThrow('An invalid token was provided.');
  expect(await hungUpAfter(identify())).toBe(4004);
});

test.each<[why: string, message: object | string, code: number]>([
  ['a shard that cannot be', identify({ shard: [2, 2] }), 4010],
  ['intents that are no number', identify({ intents: 'all' }), 4013],
  ['an intent that Discord has to grant', identify({ intents: GatewayIntentBits.MessageContent }), 4014],
  ['an opcode that is none', { op: 99, d: null }, 4001],
  ['a presence before identifying', { op: 3, d: {} }, 4003],
  ['no JSON', 'hello', 4002],
])('the gateway hangs up on %s', async (_why, message, code) => {
  expect(await hungUpAfter(message)).toBe(code);
});

test('a client that was cut off resumes and hears what it has missed, once', async () => {
  const client = await login();
  const made: string[] = [];
  // As it comes over the wire: the client itself passes over a channel it knows.
  client.on(Events.Raw, ({ t, d }) => t === 'CHANNEL_CREATE' && made.push(d.name));
  const first = next(client, Events.ChannelCreate);
  standIn.world.addChannel({ name: 'before' });
  await first;
  const resumed = next(client, Events.ShardResume);

  standIn.gateway.drop();
  standIn.world.addChannel({ name: 'missed' });
  await resumed;
  const heard = next(client, Events.ChannelCreate);
  standIn.world.addChannel({ name: 'after' });
  await heard;

  expect(made).toEqual(['before', 'missed', 'after']);
});

test('a client asked to reconnect does, and goes on', async () => {
  const client = await login();
  const resumed = next(client, Events.ShardResume);

  standIn.gateway.reconnect();
  await resumed;
  const heard = next<{ name: string }>(client, Events.ChannelCreate);
  standIn.world.addChannel({ name: 'after' });

  expect((await heard).name).toBe('after');
});

// By hand, because the real client waits five seconds before it identifies a second time.
test('a session that is forgotten cannot be resumed, but identifying anew works on the same connection', async () => {
  const first = new Line(gateway());
  await first.heard(1);
  first.say(identify());
  const [, ready] = await first.heard(2);
  standIn.gateway.forget();

  const second = new Line(gateway());
  await second.heard(1);
  second.say({ op: 6, d: { token: TOKEN, session_id: ready?.d.session_id, seq: 1 } });
  await second.heard(2);
  second.say(identify());

  expect(await second.heard(3)).toMatchObject([{ op: 10 }, { op: 9, d: false }, { op: 0, t: 'READY' }]);
});

test('each shard hears of its own servers alone', async () => {
  const planned = (id: bigint, name: string) => ({ id: String(id << 22n), name, owner: 'Ada', channels: [{ name }] });
  await restart({ world: { guilds: [planned(100n, 'even'), planned(101n, 'odd')] }, shards: 2 });
  const [first, second] = await Promise.all([0, 1].map((shards) => login({ shards, shardCount: 2 })));

  expect(first?.guilds.cache.map(({ name }) => name)).toEqual(['even']);
  expect(second?.guilds.cache.map(({ name }) => name)).toEqual(['odd']);

  await first?.application.commands.set([who]);
  second?.on(Events.InteractionCreate, (one) => one.isChatInputCommand() && one.reply('from the second'));
  const answer = await standIn.person().slash('who', { name: 'mara' }, { channel: 'odd' });
  expect(answer.message.content).toBe('from the second');
});

test('a page in a browser gets no connection', async () => {
  const socket = new WebSocket(standIn.api.replace('http', 'ws'), { origin: 'https://news.example' });

  const [error]: unknown[] = await once(socket, 'error');
  expect(String(error)).toContain('401');
});

test('closing tells those who still wait for an answer', async () => {
  const client = await login();
  await client.application.commands.set([who]);
  const asked = standIn.person().slash('who', { name: 'mara' });

  const [told] = await Promise.allSettled([asked, standIn.close()]);

  expect(told).toMatchObject({ status: 'rejected', reason: { message: 'The stand-in was closed' } });
});
