import { isIPv6 } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { UserError } from './base/errors.ts';
import { LOG_LEVELS, type LogLevel } from './base/log.ts';
import { ROOT } from './base/root.ts';

/** Every setting, in the order of .env.example, with what a missing or blank one stands for. */
export const DEFAULTS = {
  DISCORD_TOKEN: undefined,
  DISCORD_API_URL: 'https://discord.com/api',
  DATABASE_URL: undefined,
  LEDE_DATA_DIR: 'data/db',
  LEDE_ARTICLES: 'data/articles',
  LEDE_FEEDS: undefined,
  LEDE_HTTP: '127.0.0.1:8080',
  LEDE_SHARDS: 'auto',
  LEDE_TIME_ZONE: 'UTC',
  LEDE_LOG_LEVEL: 'info',
  LEDE_ALLOW_PRIVATE_NETWORKS: 'false',
} as const;

type Variable = keyof typeof DEFAULTS;

// Problems are worded without the value: a token pasted into the wrong line must not reach a log.
const text = z.string();
const level = text.toLowerCase().pipe(z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }));
const flag = z.stringbool({ error: 'must be true or false' });
// Against the project's folder, so that a supervisor may start the bot from anywhere.
const path = text.transform((given) => resolve(ROOT, given));

const schema = z.object({
  DISCORD_TOKEN: text.refine(looksLikeToken, 'is not a bot token: copy it whole from the Developer Portal').optional(),
  DISCORD_API_URL: text
    .refine((url) => isUrl(url, ['http:', 'https:']), 'must be an http or https address')
    .transform((url) => url.replace(/\/+$/, '')),
  DATABASE_URL: text
    .refine((url) => isUrl(url, ['postgres:', 'postgresql:']), 'must begin with postgres:// and be a whole address')
    .optional(),
  LEDE_DATA_DIR: path,
  LEDE_ARTICLES: path,
  LEDE_FEEDS: path.optional(),
  LEDE_HTTP: text.transform(readHttp),
  LEDE_SHARDS: text.transform(readShards),
  LEDE_TIME_ZONE: text.refine(isZone, 'must be an IANA time zone such as Europe/Paris'),
  LEDE_LOG_LEVEL: level,
  LEDE_ALLOW_PRIVATE_NETWORKS: flag,
} satisfies Record<Variable, z.ZodType>);

/** The settings, checked; every path is absolute. */
export interface Config {
  readonly token?: string | undefined;
  /** Without a slash at its end. */
  readonly apiUrl: string;
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
  readonly articles: string;
  readonly feeds?: string | undefined;
  /** The host without brackets, as `listen` takes it; port 0 picks a free one. */
  readonly http: { readonly host: string; readonly port: number } | 'off';
  /** The shards that run in this process, both ends counted in, of how many there are in all. */
  readonly shards: 'auto' | { readonly from: number; readonly to: number; readonly of: number };
  readonly timeZone: string;
  readonly logLevel: LogLevel;
  readonly allowPrivateNetworks: boolean;
}

/** A message of a bad start has at most 8 lines: one above the problems, seven of problems. */
const PROBLEM_LINES = 7;

/** Throws one UserError with every problem in it: nobody should mend a .env one line per restart. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const variables = Object.keys(DEFAULTS) as Variable[];
  const given = Object.fromEntries(variables.map((name) => [name, env[name]?.trim() || DEFAULTS[name]]));
  const read = schema.safeParse(given);
  if (read.success) return named(read.data);

  const problems = read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  if (problems.length === 1) throw new UserError(`The setting ${problems[0]} (see .env.example).`);
  const lines = problems.slice(0, PROBLEM_LINES - 1);
  const rest = problems.slice(PROBLEM_LINES - 1).join('; ');
  throw new UserError(
    ['These settings need attention (see .env.example):', ...lines, rest].filter((line) => line !== '').join('\n  '),
  );
}

function named(settings: z.infer<typeof schema>): Config {
  return {
    token: settings.DISCORD_TOKEN,
    apiUrl: settings.DISCORD_API_URL,
    databaseUrl: settings.DATABASE_URL,
    dataDir: settings.LEDE_DATA_DIR,
    articles: settings.LEDE_ARTICLES,
    feeds: settings.LEDE_FEEDS,
    http: settings.LEDE_HTTP,
    shards: settings.LEDE_SHARDS,
    timeZone: settings.LEDE_TIME_ZONE,
    logLevel: settings.LEDE_LOG_LEVEL,
    allowPrivateNetworks: settings.LEDE_ALLOW_PRIVATE_NETWORKS,
  };
}

/** Three dotted parts of 50 or more characters in all. Discord promises nothing stricter. */
function looksLikeToken(token: string): boolean {
  return token.length >= 50 && /^[!-~]+$/.test(token) && /^[^.]+\.[^.]+\.[^.]+$/.test(token);
}

function isUrl(url: string, protocols: readonly string[]): boolean {
  return URL.canParse(url) && protocols.includes(new URL(url).protocol);
}

type Problems = z.RefinementCtx;

/** `host:port`, `[::1]:8080` or `off`. */
function readHttp(given: string, problems: Problems): Config['http'] {
  if (given.toLowerCase() === 'off') return 'off';
  const [, bracketed, plain, digits] = /^(?:\[([^\]]+)\]|([^\s:[\]/]+)):(\d{1,5})$/.exec(given) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  if (host !== undefined && port <= 65_535 && (bracketed === undefined || isIPv6(bracketed))) return { host, port };
  problems.addIssue('must be host:port such as 127.0.0.1:8080 or [::1]:8080 with a port up to 65535, or off');
  return z.NEVER;
}

/** `auto`, or `0-3/8`: this process runs shards 0 to 3 of 8; `0/2`: shard 0 of 2. */
function readShards(given: string, problems: Problems): Config['shards'] {
  if (given.toLowerCase() === 'auto') return 'auto';
  const [, first, last = first, all] = /^(\d{1,5})(?:-(\d{1,5}))?\/(\d{1,5})$/.exec(given) ?? [];
  const [from, to, of] = [Number(first), Number(last), Number(all)];
  if (from <= to && to < of) return { from, to, of };
  problems.addIssue('must be auto, or shards such as 0-3/8 (0 to 3 of 8) or 0/2, counted from 0');
  return z.NEVER;
}

function isZone(zone: string): boolean {
  // Intl also takes offsets such as +02:00, which know no daylight saving.
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
