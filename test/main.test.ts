import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StandIn } from '../src/standin/standin.ts';
import { menuOf, TOKEN, textOf } from './support/bot.ts';
import { type Child, startBot, temporaryFolder } from './support/child.ts';
import { startPostgres } from './support/postgres.ts';

let folder: ReturnType<typeof temporaryFolder>;
let discord: StandIn;
const children: Child[] = [];

beforeEach(async () => {
  folder = temporaryFolder();
  discord = await StandIn.start({ tokens: [TOKEN], rateLimits: 'off' });
});

afterEach(async () => {
  for (const child of children.splice(0)) {
    child.process.kill('SIGKILL');
    await child.ended;
  }
  await discord.close();
  folder.remove();
});

function start(settings: Record<string, string> = {}, command?: readonly string[]): Child {
  const child = startBot(
    { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.api, LEDE_DATA_DIR: folder.path, ...settings },
    command,
  );
  children.push(child);
  return child;
}

test('it says ready once it can answer, and stops with exit code 0', async () => {
  const bot = start();
  await bot.line('ready');

  const answer = await discord.person().slash('who', { name: 'katz' });
  bot.process.kill('SIGTERM');

  expect(textOf(answer.message)).toContain('Israel Katz');
  expect(await bot.ended).toEqual({ code: 0, signal: null });
  expect(bot.output().match(/"msg":"ready"/g)).toHaveLength(1);
  expect(bot.output()).toContain('https://discord.com/oauth2/authorize?');
  expect(bot.output() + bot.errors()).not.toContain(TOKEN);
});

test('a signal while everything is still being loaded ends it with exit code 0 too', async () => {
  const bot = start();
  await sleep(300);

  bot.process.kill('SIGTERM');

  expect(await bot.ended).toEqual({ code: 0, signal: null });
});

test('npm start stops as cleanly', async () => {
  const bot = start({}, ['npm', 'start']);
  await bot.line('ready');

  bot.process.kill('SIGTERM');

  expect((await bot.ended).code).toBe(0);
});

test('with DATABASE_URL it keeps everything in PostgreSQL', async () => {
  const postgres = await startPostgres();
  const url = await postgres.database();
  const first = start({ DATABASE_URL: url });
  await first.line('ready');
  const brief = await discord.person().slash('brief', { since: 'all' });
  first.process.kill('SIGTERM');
  await first.ended;

  await start({ DATABASE_URL: url }).line('ready');
  const { id, options } = menuOf(brief.message);
  const story = await discord.person().choose(brief.message, id, [options[0]!.value]);

  expect(textOf(story.message)).toContain('## Israel Attacks Yemeni Ports');
  expect(existsSync(join(folder.path, 'lede.db'))).toBe(false);
  for (const child of children.splice(0)) {
    child.process.kill('SIGTERM');
    await child.ended;
  }
  await postgres.stop();
});

test('health and readiness are answered over HTTP', async () => {
  const bot = start({ LEDE_HTTP: '127.0.0.1:0' });
  const { http } = await bot.line('ready');

  const status = async (path: string) => (await fetch(`${http}${path}`)).status;
  expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 200]);
});

test('without a token it opens the playground, with a database of its own', async () => {
  const bot = start({ DISCORD_TOKEN: '', LEDE_HTTP: '127.0.0.1:0' });
  const { http } = await bot.line('ready');

  expect(await (await fetch(String(http))).text()).toMatch(/<html/i);
  expect(bot.output()).toContain('DISCORD_TOKEN=');
});

async function takenPort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : 0 };
}

async function refusalOf(settings: Record<string, string>): Promise<string> {
  const bot = start(settings);
  const { code } = await bot.ended;
  expect(code).toBe(1);
  expect(bot.output()).not.toContain('"ready"');
  expect(bot.errors().trim().split('\n').length).toBeLessThanOrEqual(8);
  expect(bot.errors()).not.toMatch(/^\s+at /m);
  return bot.errors();
}

test('a wrong token ends it with a sentence that names the setting, and not the token', async () => {
  const wrong = TOKEN.replaceAll('a', 'x');

  const said = await refusalOf({ DISCORD_TOKEN: wrong });

  expect(said).toContain('DISCORD_TOKEN');
  expect(said).not.toContain(wrong);
});

test('a token that is taken back while it runs ends it with such a sentence too, for it can do nothing more', async () => {
  const tokens = [TOKEN];
  await discord.close();
  discord = await StandIn.start({ tokens, rateLimits: 'off' });
  const bot = start();
  await bot.line('ready');

  tokens.pop();
  discord.gateway.forget();

  expect(await bot.ended).toEqual({ code: 1, signal: null });
  expect(bot.errors()).toContain('DISCORD_TOKEN: Discord no longer accepts this token.');
  expect(bot.errors()).not.toMatch(/^\s+at /m);
});

test('a bad setting ends it with a sentence that names it', async () => {
  expect(await refusalOf({ LEDE_HTTP: 'nowhere' })).toContain('LEDE_HTTP');
});

test('a data folder that cannot be used ends it with a sentence that names the setting', async () => {
  writeFileSync(join(folder.path, 'file'), 'no folder');
  writeFileSync(join(folder.path, 'lede.db'), 'no database '.repeat(100));

  expect(await refusalOf({ LEDE_DATA_DIR: join(folder.path, 'file', 'db') })).toContain('LEDE_DATA_DIR');
  expect(await refusalOf({})).toContain('LEDE_DATA_DIR');
});

test('a taken port ends it with a sentence that names the setting', async () => {
  const { server, port } = await takenPort();

  expect(await refusalOf({ LEDE_HTTP: `127.0.0.1:${port}` })).toContain('LEDE_HTTP');
  server.close();
});

test('a database that cannot be reached ends it with a sentence that names the setting, and not the password', async () => {
  const said = await refusalOf({ DATABASE_URL: 'postgres://lede:hunter2@127.0.0.1:1/lede' });

  expect(said).toContain('DATABASE_URL');
  expect(said).not.toContain('hunter2');
});

test('Discord out of reach ends it with a sentence that names the setting', async () => {
  expect(await refusalOf({ DISCORD_API_URL: 'http://127.0.0.1:1/api' })).toContain('DISCORD_API_URL');
});

test('a second bot on the same folder is refused, and may start once the first was killed', async () => {
  const first = start();
  await first.line('ready');

  expect(await refusalOf({})).toContain('LEDE_DATA_DIR');

  first.process.kill('SIGKILL');
  await first.ended;
  expect(await start().line('ready')).toBeDefined();
});
