import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { expect, test } from 'vitest';
import { UserError } from '../src/base/errors.ts';
import { ROOT } from '../src/base/root.ts';
import { DEFAULTS, readConfig } from '../src/config.ts';

const TOKEN = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(27)}`;

function problemsOf(env: Readonly<Record<string, string>>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return '';
}

test('no setting is needed, and a blank one counts as missing', () => {
  const blank = Object.fromEntries(Object.keys(DEFAULTS).map((name) => [name, ' ']));

  expect(readConfig(blank)).toEqual(readConfig({}));
  expect(readConfig({})).toEqual({
    token: undefined,
    apiUrl: 'https://discord.com/api',
    databaseUrl: undefined,
    dataDir: join(ROOT, 'data/db'),
    articles: join(ROOT, 'data/articles'),
    feeds: undefined,
    http: { host: '127.0.0.1', port: 8080 },
    shards: 'auto',
    timeZone: 'UTC',
    logLevel: 'info',
    allowPrivateNetworks: false,
  });
});

test.each<[variable: keyof typeof DEFAULTS, value: string, expected: object]>([
  ['DISCORD_TOKEN', ` ${TOKEN}\n`, { token: TOKEN }],
  ['DISCORD_API_URL', 'http://127.0.0.1:9000/api/', { apiUrl: 'http://127.0.0.1:9000/api' }],
  ['DATABASE_URL', 'postgres://me:pass@db/lede', { databaseUrl: 'postgres://me:pass@db/lede' }],
  ['DATABASE_URL', 'postgresql:///lede', { databaseUrl: 'postgresql:///lede' }],
  ['LEDE_ARTICLES', '/srv/news', { articles: '/srv/news' }],
  ['LEDE_FEEDS', 'data/feeds.opml', { feeds: join(ROOT, 'data/feeds.opml') }],
  ['LEDE_HTTP', '0.0.0.0:0', { http: { host: '0.0.0.0', port: 0 } }],
  ['LEDE_HTTP', '[::1]:8080', { http: { host: '::1', port: 8080 } }],
  ['LEDE_HTTP', 'off', { http: 'off' }],
  ['LEDE_SHARDS', '0-3/8', { shards: { from: 0, to: 3, of: 8 } }],
  ['LEDE_SHARDS', '1/2', { shards: { from: 1, to: 1, of: 2 } }],
  ['LEDE_TIME_ZONE', 'America/Argentina/Buenos_Aires', { timeZone: 'America/Argentina/Buenos_Aires' }],
  ['LEDE_LOG_LEVEL', 'WARN', { logLevel: 'warn' }],
  ['LEDE_ALLOW_PRIVATE_NETWORKS', 'true', { allowPrivateNetworks: true }],
])('%s may be %j', (variable, value, expected) => {
  expect(readConfig({ [variable]: value })).toMatchObject(expected);
});

test.each<[variable: keyof typeof DEFAULTS, value: string]>([
  ['DISCORD_TOKEN', 'too.short.token'],
  ['DISCORD_TOKEN', 'x'.repeat(60)],
  ['DISCORD_TOKEN', `${TOKEN}.d`],
  ['DISCORD_TOKEN', `${'a'.repeat(60)}..c`],
  ['DISCORD_API_URL', 'discord.com/api'],
  ['DISCORD_API_URL', 'ftp://discord.com'],
  ['DATABASE_URL', 'mysql://db/lede'],
  ['LEDE_HTTP', '9090'],
  ['LEDE_HTTP', 'localhost:65536'],
  ['LEDE_HTTP', '::1:8080'],
  ['LEDE_HTTP', '[localhost]:8080'],
  ['LEDE_SHARDS', '3-1/8'],
  ['LEDE_SHARDS', '0-8/8'],
  ['LEDE_SHARDS', '2/2'],
  ['LEDE_SHARDS', '0/0'],
  ['LEDE_SHARDS', 'all'],
  ['LEDE_TIME_ZONE', 'Europe/Atlantis'],
  ['LEDE_TIME_ZONE', '+02:00'],
  ['LEDE_LOG_LEVEL', 'loud'],
  ['LEDE_ALLOW_PRIVATE_NETWORKS', 'maybe'],
])('%s may not be %j, and one sentence names it', (variable, value) => {
  const problem = problemsOf({ [variable]: value });

  expect(problem).toMatch(new RegExp(`^The setting ${variable} [^\\n]+\\.$`));
  expect(problem.replace(variable, '')).not.toContain(value);
});

test('every problem is named at once, in at most eight lines, and no value is repeated', () => {
  const secret = 'hunter2';
  const wrong = Object.keys(DEFAULTS).filter((name) => !/DIR|ARTICLES|FEEDS/.test(name));

  const problem = problemsOf(Object.fromEntries(wrong.map((name) => [name, `${secret}!`])));

  for (const name of wrong) expect(problem).toContain(name);
  expect(problem.split('\n').length).toBeLessThanOrEqual(8);
  expect(problem).not.toContain(secret);
});

test('.env.example has every setting in order, each explained by one line and set to its default', () => {
  const example = readFileSync(join(ROOT, '.env.example'), 'utf8');
  const [, ...blocks] = example.trim().split('\n\n');

  const settings = blocks.map((block) => /^# \S.*\n# (?<name>[A-Z_]+)=(?<value>.*)$/.exec(block)?.groups);
  expect(settings.map((setting) => [setting?.['name'], setting?.['value'] || undefined])).toEqual(
    Object.entries(DEFAULTS),
  );
});

test('paths are absolute, wherever the bot is started from', () => {
  const { dataDir, articles, feeds } = readConfig({ LEDE_FEEDS: 'feeds.opml' });
  expect([dataDir, articles, feeds].every((path) => path && isAbsolute(path))).toBe(true);
});
