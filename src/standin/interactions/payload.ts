import { InteractionContextType, type InteractionType, GatewayDispatchEvents as On } from 'discord-api-types/v10';
import type { Dispatch } from '../world/dispatch.ts';
import { channelPayload, memberPayload } from '../world/payloads.ts';
import { ALL } from '../world/permissions.ts';
import type { World } from '../world.ts';
import type { Opening } from './interaction.ts';

/** INTERACTION_CREATE: a person's question as the bot hears it. `more` holds the data and, of a press, the message. */
export function interactionCreate(world: World, type: InteractionType, asked: Opening, more: object): Dispatch {
  const { id, token, channel, asker } = asked;
  const guild = world.guildOf(channel);
  const member = guild && world.member(guild, asker.id);
  const allowed = (user: string) => String(guild ? world.permissions(user, channel) : ALL);
  const where = guild
    ? { guild_id: guild.id, guild: { id: guild.id, locale: guild.locale, features: [] }, guild_locale: guild.locale }
    : {};
  const who = member ? { member: { ...memberPayload(member), permissions: allowed(asker.id) } } : { user: asker };
  const data = {
    id,
    application_id: world.bot.id,
    type,
    token,
    version: 1,
    ...where,
    ...who,
    channel_id: channel.id,
    channel: { ...channelPayload(channel), permissions: allowed(asker.id) },
    app_permissions: allowed(world.bot.id),
    locale: 'en-US',
    entitlements: [],
    authorizing_integration_owners: { 0: guild?.id ?? '0' },
    context: guild ? InteractionContextType.Guild : InteractionContextType.BotDM,
    attachment_size_limit: 10_485_760,
    ...more,
  };
  return { event: On.InteractionCreate, data, ...(guild && { guild: guild.id }) };
}
