import { type Client, Events, Routes } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import type { StandIn, StandInOptions } from '../../src/standin/standin.ts';
import { connect, startStandIn, TOKEN, who } from './support.ts';

let standIn: StandIn;
let client: Client<true> | undefined;

afterEach(async () => {
  await client?.destroy();
  await standIn.close();
});

const start = async (rateLimits: NonNullable<StandInOptions['rateLimits']>) => {
  standIn = await startStandIn({ rateLimits });
  return standIn.world.channel('news')?.id ?? '';
};

const post = (path: string) =>
  fetch(`${standIn.api}/v10${path}`, {
    method: 'POST',
    headers: { authorization: `Bot ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ content: 'x' }),
  });

test('five messages go to a channel, the sixth has to wait', async () => {
  const channel = await start('discord');
  const answers = [];
  for (let n = 0; n < 6; n += 1) answers.push(await post(Routes.channelMessages(channel)));

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
  expect(answers.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual(['4', '3', '2', '1', '0', '0']);
  const [first, sixth] = [answers[0], answers[5]];
  expect(first?.headers.get('x-ratelimit-limit')).toBe('5');
  expect(Number(first?.headers.get('x-ratelimit-reset-after'))).toBeLessThanOrEqual(5);
  expect(first?.headers.get('x-ratelimit-bucket')).toBe(sixth?.headers.get('x-ratelimit-bucket'));
  expect(sixth?.headers.get('x-ratelimit-scope')).toBe('user');
  expect(await sixth?.json()).toMatchObject({ message: 'You are being rate limited.', global: false });
});

test('each channel has its own five', async () => {
  const channel = await start({ messages: { requests: 1, seconds: 60 } });
  const other = standIn.world.channel('general')?.id ?? '';

  const answers = [channel, channel, other].map(async (id) => (await post(Routes.channelMessages(id))).status);
  expect((await Promise.all(answers)).sort()).toEqual([200, 200, 429]);
});

test('all requests together are limited too', async () => {
  const channel = await start({ global: { requests: 1, seconds: 60 } });
  await post(Routes.channelMessages(channel));

  const refused = await post(Routes.channelTyping(channel));

  expect(refused.status).toBe(429);
  expect(refused.headers.get('x-ratelimit-scope')).toBe('global');
  expect(refused.headers.get('x-ratelimit-global')).toBe('true');
  expect(await refused.json()).toMatchObject({ global: true });
});

test('the client waits as it is told, and everything arrives in order', async () => {
  await start({ messages: { requests: 2, seconds: 0.2 } });
  client = await connect(standIn);
  const channel = await client.channels.fetch(standIn.world.channel('news')?.id ?? '');
  if (!channel?.isSendable()) throw new Error('the channel takes no messages');

  await Promise.all(['one', 'two', 'three', 'four', 'five'].map((content) => channel.send(content)));

  expect(standIn.messages('news').map(({ content }) => content)).toEqual(['one', 'two', 'three', 'four', 'five']);
});

test('the first answers to people are never held back', async () => {
  await start({ global: { requests: 5, seconds: 60 } });
  client = await connect(standIn);
  await client.application.commands.set([who]);
  client.on(Events.InteractionCreate, (one) => one.isChatInputCommand() && one.reply('here'));

  const ask = () => standIn.person().slash('who', { name: 'mara' });
  const answers = await Promise.all(Array.from({ length: 10 }, ask));

  expect(answers).toHaveLength(10);
});

test('without limits there is nothing to count', async () => {
  const channel = await start('off');

  const { headers } = await post(Routes.channelMessages(channel));
  expect(headers.has('x-ratelimit-limit')).toBe(false);
});
