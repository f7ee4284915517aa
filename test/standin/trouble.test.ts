import { type Client, DiscordAPIError, Events, HTTPError, Routes } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StandIn } from '../../src/standin/standin.ts';
import { connect, next, startStandIn, who } from './support.ts';

let standIn: StandIn;
let client: Client<true>;

beforeEach(async () => {
  standIn = await startStandIn({ rateLimits: 'off' });
  client = await connect(standIn);
});

afterEach(async () => {
  await client.destroy();
  await standIn.close();
});

const post = (content: string, nonce?: string) =>
  client.rest.post(Routes.channelMessages(standIn.world.channel('news')!.id), {
    body: { content, ...(nonce !== undefined && { nonce, enforce_nonce: true }) },
  });
const said = () => standIn.messages('news').map(({ content }) => content);

test('while Discord is down nothing is done; the client tries again and gives up in the end', async () => {
  const routes: string[] = [];
  standIn.trouble.fate = ({ method, route }) => {
    routes.push(`${method} ${route}`);
    return 'refused';
  };

  const thrown = await post('Unheard').catch((error: unknown) => error);
  standIn.trouble.fate = () => 'answered';
  await post('Heard');

  expect(thrown instanceof HTTPError || thrown instanceof DiscordAPIError).toBe(true);
  expect(thrown).toMatchObject({ status: 503 });
  expect(routes).toEqual(Array(4).fill('POST /channels/:channel/messages'));
  expect(said()).toEqual(['Heard']);
});

test('a lost answer leaves its message behind; sent again with the same nonce it stays one', async () => {
  const fates = ['lost', 'answered'] as const;
  let at = 0;
  standIn.trouble.fate = () => fates[at++] ?? 'answered';

  await expect(post('Once', 'n1')).rejects.toThrow();
  expect(said()).toEqual(['Once']);
  await post('Once', 'n1');

  expect(said()).toEqual(['Once']);
});

test('a gateway that is down takes no connection; up again, the client is back and is asked', async () => {
  await client.application.commands.set([who]);
  const asked = next(client, Events.InteractionCreate);
  const away = next(client, Events.ShardReconnecting);

  standIn.gateway.setUp(false);
  await away;
  expect(standIn.gateway.up).toBe(false);
  const back = next(client, Events.ShardResume);
  standIn.gateway.setUp(true);
  await back;

  standIn
    .person('Ben')
    .slash('who', { name: 'katz' })
    .catch(() => {});
  await asked;
});
