import { ChannelType, type Client, type GuildChannel, PermissionFlagsBits, type ThreadChannel } from 'discord.js';
import type { Access } from '../app/delivery/courier.ts';
import type { ChannelKind } from '../model/schedule.ts';

/** What posting a briefing takes, in the words of Discord's settings. */
const NEEDED = { 'View Channel': 'ViewChannel', 'Send Messages': 'SendMessages' } as const;
const NEEDED_IN_THREADS = {
  'View Channel': 'ViewChannel',
  'Send Messages in Threads': 'SendMessagesInThreads',
} as const;

/** What goes without, but not as well. */
const HISTORY = {
  permission: 'Read Message History',
  without: 'after a crash it cannot look whether a message stands already',
};
const MENTION = {
  permission: 'Mention @everyone, @here and All Roles',
  without: 'nobody is notified, unless anyone may mention the role',
};

/** What we may do in a server's channel; undefined where it is not there for us, or can hold no briefing. */
export async function accessTo(
  client: Client<true>,
  guild: string,
  id: string,
  role: string | undefined,
): Promise<Access | undefined> {
  const channel = client.channels.cache.get(id) ?? (await client.channels.fetch(id).catch(() => null));
  if (!channel || channel.isDMBased() || channel.guildId !== guild) return undefined;
  const kind = kindOf(channel);
  if (!kind) return undefined;
  const held = channel.permissionsFor(client.user);
  const may = (flag: keyof typeof PermissionFlagsBits) => held?.has(PermissionFlagsBits[flag]) ?? false;
  const needed = kind === 'thread' ? NEEDED_IN_THREADS : NEEDED;
  const missing = Object.entries(needed).flatMap(([name, flag]) => (may(flag) ? [] : [name]));
  if (channel.isThread() && channel.locked && !may('ManageThreads')) missing.push('Manage Threads');
  const silent = role && !may('MentionEveryone') && !channel.guild.roles.cache.get(role)?.mentionable;
  const reduced = [...(may('ReadMessageHistory') ? [] : [HISTORY]), ...(silent ? [MENTION] : [])];
  return { kind, missing, reduced };
}

function kindOf({ type }: GuildChannel | ThreadChannel): ChannelKind | undefined {
  switch (type) {
    case ChannelType.GuildText:
      return 'text';
    case ChannelType.GuildAnnouncement:
      return 'announcement';
    case ChannelType.PublicThread:
    case ChannelType.PrivateThread:
    case ChannelType.AnnouncementThread:
      return 'thread';
    default:
      return undefined;
  }
}
