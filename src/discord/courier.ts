import {
  type APIMessage,
  type Client,
  DiscordAPIError,
  MessageFlags,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  Routes,
  SnowflakeUtil,
} from 'discord.js';
import { type Courier, type Part, Undeliverable } from '../app/courier.ts';
import { MINUTE } from '../base/clock.ts';
import { UserError } from '../base/errors.ts';

/** What posting a briefing takes, in the words of Discord's settings. */
const NEEDED = { 'View Channel': 'ViewChannel', 'Send Messages': 'SendMessages' } as const;
const NEEDED_IN_THREADS = {
  'View Channel': 'ViewChannel',
  'Send Messages in Threads': 'SendMessagesInThreads',
} as const;

/** Errors that will not go away by trying again. */
const LOST: readonly (string | number)[] = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
];

/** Our clock and Discord's, by which message ids are made, may differ by this much. */
const CLOCKS_APART_MS = 5 * MINUTE;
const PAGE = 100;
/** A channel with more messages than this since the slot is not searched to its end. */
const PAGES = 20;

export function openCourier(client: Client<true>): Courier {
  return {
    async post(channel, part) {
      const sent = await reaching(() => client.rest.post(Routes.channelMessages(channel), { body: bodyOf(part) }));
      return (sent as APIMessage).id;
    },

    async find(channel, mark, since) {
      let after = String(SnowflakeUtil.generate({ timestamp: since.getTime() - CLOCKS_APART_MS }));
      for (let page = 0; page < PAGES; page += 1) {
        const query = new URLSearchParams({ after, limit: String(PAGE) });
        const found = await reaching(() => client.rest.get(Routes.channelMessages(channel), { query }));
        const messages = found as readonly APIMessage[];
        const ours = messages.find((message) => message.author.id === client.user.id && bears(message, mark));
        if (ours || messages.length < PAGE) return ours?.id;
        after = messages.map(({ id }) => id).reduce((newest, id) => (BigInt(id) > BigInt(newest) ? id : newest));
      }
      return undefined;
    },

    async missing(guild, id) {
      const channel = client.channels.cache.get(id) ?? (await client.channels.fetch(id).catch(() => null));
      if (!channel || channel.isDMBased() || channel.guildId !== guild) {
        throw new UserError('Lede cannot see that channel. Give it the permission View Channel there, then try again.');
      }
      const held = channel.permissionsFor(client.user);
      const needed = channel.isThread() ? NEEDED_IN_THREADS : NEEDED;
      return Object.entries(needed).flatMap(([name, flag]) => (held?.has(PermissionFlagsBits[flag]) ? [] : [name]));
    },
  };
}

/** Does what needs the channel. @throws Undeliverable where the channel or a permission is lost. */
async function reaching<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    const lost = error instanceof DiscordAPIError && LOST.includes(error.code);
    throw lost ? new Undeliverable(`Discord says: ${error.message}`) : error;
  }
}

const bears = ({ components }: APIMessage, mark: string) => JSON.stringify(components ?? []).includes(`"${mark}:`);

const bodyOf = ({ components, nonce, role }: Part) => ({
  flags: MessageFlags.IsComponentsV2,
  components: role ? [{ type: 10, content: `<@&${role}>` }, ...components] : components,
  nonce,
  enforce_nonce: true,
  allowed_mentions: { parse: [], ...(role && { roles: [role] }) },
});
