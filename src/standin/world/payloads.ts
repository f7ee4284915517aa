import {
  type APIGuildMember,
  type APIRole,
  type APIUser,
  ChannelType,
  type GuildMemberFlags,
  type RoleFlags,
  type UserFlags,
} from 'discord-api-types/v10';
import { isThread } from './permissions.ts';
import type { Channel, Guild, Member } from './records.ts';

export function userPayload(id: string, name: string, bot = false): APIUser {
  return {
    id,
    // People's usernames are lower case; bots are called what they are called.
    username: bot ? name : name.toLowerCase().replaceAll(/[^a-z0-9_.]/g, '_'),
    discriminator: '0',
    global_name: bot ? null : name,
    avatar: null,
    public_flags: 0 as UserFlags,
    flags: 0 as UserFlags,
    primary_guild: null,
    ...(bot && { bot }),
  };
}

export function rolePayload(id: string, name: string, permissions: bigint, more: Partial<APIRole> = {}): APIRole {
  return {
    id,
    name,
    permissions: String(permissions),
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: 0,
    managed: false,
    mentionable: false,
    flags: 0 as RoleFlags,
    ...more,
  };
}

export function memberPayload({ user, roles, joinedAt }: Member): APIGuildMember {
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles: [...roles],
    joined_at: joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    communication_disabled_until: null,
    flags: 0 as GuildMemberFlags,
  };
}

/** A channel as REST and the gateway show it. */
export function channelPayload(channel: Channel, lastMessage: string | null = null): object {
  const { id, type, name, guild, parent, topic, position, overwrites, recipient } = channel;
  if (type === ChannelType.DM) return { id, type, flags: 0, last_message_id: lastMessage, recipients: [recipient] };
  const common = { id, type, name, guild_id: guild, parent_id: parent ?? null, last_message_id: lastMessage, flags: 0 };
  if (isThread(channel)) return { ...common, ...threadFields(channel) };
  const text = { topic: topic ?? null, nsfw: false, rate_limit_per_user: 0 };
  return { ...common, position, permission_overwrites: [...overwrites], ...text };
}

function threadFields({ archived = false, owner }: Channel): object {
  return {
    owner_id: owner,
    member_count: 1,
    message_count: 0,
    total_message_sent: 0,
    rate_limit_per_user: 0,
    thread_metadata: {
      archived,
      auto_archive_duration: 1440,
      archive_timestamp: '2026-01-01T00:00:00Z',
      locked: false,
    },
  };
}

/** What GET /guilds/{id} answers, and the greater part of GUILD_CREATE. */
export function guildPayload(guild: Guild): object {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    roles: guild.roles,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: guild.systemChannel ?? null,
    system_channel_flags: 0,
    rules_channel_id: null,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: guild.locale,
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    incidents_data: null,
    home_header: null,
    region: 'deprecated',
    widget_enabled: false,
    widget_channel_id: null,
    max_presences: null,
    max_members: 250_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    nsfw: false,
  };
}

/** Without the privileged members intent Discord lists the bot alone. */
export function guildCreatePayload(guild: Guild, channels: readonly Channel[], bot: Member): object {
  return {
    ...guildPayload(guild),
    joined_at: bot.joinedAt,
    large: false,
    unavailable: false,
    member_count: guild.members.length,
    members: [memberPayload(bot)],
    channels: channels.filter((channel) => !isThread(channel)).map((channel) => channelPayload(channel)),
    threads: channels.filter(isThread).map((channel) => channelPayload(channel)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** The bot's application, as /applications/@me and /oauth2/applications/@me give it. */
export function applicationPayload(bot: APIUser, guilds: number): object {
  return {
    id: bot.id,
    name: bot.username,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    team: null,
    flags: 0,
    flags_new: '0',
    type: null,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: bot,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
    bot,
    approximate_guild_count: guilds,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    integration_types_config: { 0: {} },
  };
}
