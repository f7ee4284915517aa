import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { paced } from '../../src/discord/pace.ts';
import { botWith } from '../support/bot.ts';

/** Nothing listens there: a request fails at once, at the moment it is made. */
const NOWHERE = 'http://127.0.0.1:1';

test('no second has more than one request above the pace, also after a moment in which nothing could be done', async () => {
  const { makeRequest } = paced(50);
  const sent: number[] = [];
  const ask = () =>
    makeRequest(`${NOWHERE}/channels`, { method: 'GET' }).catch(() => void sent.push(performance.now()));
  const asked = Array.from({ length: 90 }, ask);
  await sleep(400);
  for (const until = performance.now() + 300; performance.now() < until; );
  await Promise.all(asked);

  // They are seen to fail a moment after they are made: on a busy machine a few more seem to be in a second. Without the
  // second's bound there were 66.
  for (const at of sent) expect(sent.filter((each) => each >= at && each < at + 1000).length).toBeLessThanOrEqual(56);
});

test('answers to interactions wait for nothing', async () => {
  const { makeRequest } = paced(1);
  const begun = performance.now();
  const ask = (url: string) => makeRequest(url, { method: 'POST' }).catch(() => {});
  await Promise.all([
    ask(`${NOWHERE}/api/v10/interactions/1/token/callback`),
    ask(`${NOWHERE}/api/v10/webhooks/1/token`),
  ]);

  expect(performance.now() - begun).toBeLessThan(900);
});

test('with Discord’s limits a hundred posts meet no refusal', async () => {
  const bot = await botWith({ standIn: { rateLimits: 'discord' } });
  const courier = bot.delivering.courier();
  const channels = Array.from({ length: 100 }, (_, at) => bot.discord.world.addChannel({ name: `c${at}` }).id);
  const components = [{ type: 17, components: [{ type: 10, content: 'Good morning' }] }] as const as never;
  await Promise.all(
    channels.map((channel, at) => courier.post(channel, { components, nonce: `n${at}`, mark: `m${at}` })),
  );

  expect(bot.discord.requests.filter(({ status }) => status === 429)).toEqual([]);
  await bot.close();
});
