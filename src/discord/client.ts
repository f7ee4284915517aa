import {
  Client,
  DiscordAPIError,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  HTTPError,
  Options,
  type RateLimitData,
} from 'discord.js';
import { messageOf, UserError } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { paced } from './pace.ts';

export interface ClientSettings {
  readonly token: string;
  readonly apiUrl: string;
  readonly shards: 'auto' | { readonly from: number; readonly to: number; readonly of: number };
}

/**
 * Slash commands and posting need no privileged intent, so the bot reads no one's messages. What it does not need it
 * does not keep: only guilds, channels and roles are cached, for permissions.
 */
export function makeClient({ apiUrl, shards }: ClientSettings, log: Log): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: apiUrl, ...paced(requestsPerSecond(shards)), rejectOnRateLimit: takesTooLong },
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 1, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 1, keepOverLimit: (user) => user.id === user.client.user.id },
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildInviteManager: 0,
      GuildBanManager: 0,
      GuildScheduledEventManager: 0,
      StageInstanceManager: 0,
      VoiceStateManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      AutoModerationRuleManager: 0,
    }),
    ...(shards === 'auto' ? { shards } : { shards: range(shards.from, shards.to), shardCount: shards.of }),
  });
  client.on(Events.Error, (error) => log.error('the connection to Discord failed', { error }));
  client.on(Events.ShardResume, (shard) => log.info('a shard is connected again', { shard }));
  return client;
}

/** A little below Discord's 50: its clock and ours do not tick alike. */
const ALONE = 48;
/** What several processes share; their clocks do not tick alike either. */
const SHARED = 45;

/** Each process takes its part of what Discord allows the bot: as its shards are of all. */
function requestsPerSecond(shards: ClientSettings['shards']): number {
  if (shards === 'auto') return ALONE;
  const here = shards.to - shards.from + 1;
  return here === shards.of ? ALONE : (SHARED * here) / shards.of;
}

/** Longer waits, such as an hour before the next message is passed on, are the caller's: nothing else must wait behind. */
const PATIENT_FOR_MS = 20_000;
const takesTooLong = ({ timeToReset, retryAfter, sublimitTimeout }: RateLimitData) =>
  Math.max(timeToReset, retryAfter, sublimitTimeout) > PATIENT_FOR_MS;

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Connects, and waits until Discord calls it ready. @throws UserError that names the setting to mend. */
export async function connect(client: Client, { token, apiUrl }: ClientSettings, log: Log): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  // Many shards, or a limit on logins, may make Discord slow to answer: it is waited for, but not in silence.
  const patience = setInterval(() => log.warn(`still connecting to Discord at ${apiUrl}`), PATIENCE_MS);
  try {
    await client.login(token);
    return await ready;
  } catch (error) {
    throw new UserError(refusal(error, apiUrl));
  } finally {
    clearInterval(patience);
  }
}

const PATIENCE_MS = 15_000;

/** Tells why, where Discord has hung up for good: discord.js connects again by itself in all other cases. */
export function whenLost(client: Client, tell: (why: UserError) => void): void {
  client.on(Events.ShardDisconnect, ({ code }) => tell(new UserError(farewell(code))));
}

const farewell = (code: number): string =>
  code === GatewayCloseCodes.AuthenticationFailed
    ? 'DISCORD_TOKEN: Discord no longer accepts this token. Copy it again from the Bot page of your application.'
    : `Discord has hung up for good (${GatewayCloseCodes[code] ?? code}). Start Lede again: it asks anew how many shards there must be.`;

function refusal(error: unknown, apiUrl: string): string {
  if (/token/i.test(messageOf(error)) || (error instanceof DiscordAPIError && error.status === 401)) {
    return 'DISCORD_TOKEN: Discord does not accept this token. Copy it again from the Bot page of your application.';
  }
  // discord.js looks for the gateway in an answer that is no answer of Discord's.
  if (error instanceof TypeError)
    return `DISCORD_API_URL: what answers at ${new URL(apiUrl).host} is not Discord's API.`;
  const status = error instanceof HTTPError || error instanceof DiscordAPIError ? ` (status ${error.status})` : '';
  return `DISCORD_API_URL: Discord does not answer at ${new URL(apiUrl).host}${status}: ${messageOf(error)}.`;
}
