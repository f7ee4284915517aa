import {
  type APIChannel,
  type APIMessage,
  type Client,
  ComponentType,
  MessageFlags,
  RESTJSONErrorCodes,
  Routes,
  ShardClientUtil,
  SnowflakeUtil,
} from 'discord.js';
import type { Courier, Part } from '../app/delivery/courier.ts';
import { MINUTE } from '../base/clock.ts';
import { accessTo } from './access.ts';
import { reaching, refusedWith } from './reaching.ts';

/** Our clock and Discord's, by which message ids are made, may differ by this much. */
const CLOCKS_APART_MS = 5 * MINUTE;
const PAGE = 100;
/** A channel with more messages than this since the first try is not searched to its end. */
const PAGES = 20;

export function openCourier(client: Client<true>): Courier {
  const send = (channel: string, part: Part) =>
    client.rest.post(Routes.channelMessages(channel), { body: bodyOf(part) });
  return {
    async post(channel, part) {
      const { id } = await reaching<APIMessage>(() => send(channel, part));
      return id;
    },

    async find(channel, mark, since) {
      let after = String(SnowflakeUtil.generate({ timestamp: since.getTime() - CLOCKS_APART_MS }));
      for (let page = 0; page < PAGES; page += 1) {
        const query = new URLSearchParams({ after, limit: String(PAGE) });
        const route = Routes.channelMessages(channel);
        const messages = await reaching<readonly APIMessage[]>(() => client.rest.get(route, { query }));
        const ours = messages.find((message) => message.author.id === client.user.id && bears(message, mark));
        if (ours || messages.length < PAGE) return ours?.id;
        after = messages.map(({ id }) => id).reduce((newest, id) => (BigInt(id) > BigInt(newest) ? id : newest));
      }
      return undefined;
    },

    async publish(channel, message) {
      try {
        await reaching(() => client.rest.post(Routes.channelMessageCrosspost(channel, message)));
      } catch (error) {
        if (!refusedWith(error, RESTJSONErrorCodes.ThisMessageWasAlreadyCrossposted)) throw error;
      }
    },

    access: (guild, channel, role) => accessTo(client, guild, channel, role),

    hears: (guild) => client.guilds.cache.has(guild),

    async isGone(guild) {
      const { count, shards } = client.ws.shards.size > 0 ? shardsOf(client) : { count: 1, shards: [0] };
      if (client.guilds.cache.has(guild) || !shards.includes(ShardClientUtil.shardIdForGuildId(guild, count))) {
        return false;
      }
      // An outage of Discord's takes servers out of sight too: it is asked.
      return client.rest.get(Routes.guild(guild)).then(
        () => false,
        (error) => refusedWith(error, RESTJSONErrorCodes.UnknownGuild, RESTJSONErrorCodes.MissingAccess),
      );
    },

    async tell(member, part, guild) {
      try {
        const body = { recipient_id: member };
        const { id } = (await client.rest.post(Routes.userChannels(), { body })) as APIChannel;
        await send(id, part);
        return 'member';
      } catch (error) {
        if (!refusedWith(error, ...TAKES_NO_MESSAGES)) throw error;
      }
      const channel = guild && client.guilds.cache.get(guild)?.systemChannelId;
      if (!channel) return 'nobody';
      return send(channel, part).then(
        () => 'server' as const,
        (error) => {
          if (refusedWith(error, ...NO_ENTRY)) return 'nobody' as const;
          throw error;
        },
      );
    },
  };
}

const TAKES_NO_MESSAGES = [
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  // Has left every server that Lede is in.
  RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.InvalidRecipients,
];
const NO_ENTRY = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
];

const shardsOf = ({ options, ws }: Client<true>) => ({
  count: options.shardCount ?? ws.shards.size,
  shards: [...ws.shards.keys()],
});

const bears = ({ components }: APIMessage, mark: string) => JSON.stringify(components ?? []).includes(`"${mark}:`);

const bodyOf = ({ components, nonce, role }: Part) => ({
  flags: MessageFlags.IsComponentsV2,
  components: role ? [{ type: ComponentType.TextDisplay, content: `<@&${role}>` }, ...components] : components,
  nonce,
  enforce_nonce: true,
  allowed_mentions: { parse: [], ...(role && { roles: [role] }) },
});
