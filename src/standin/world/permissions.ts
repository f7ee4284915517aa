import { ChannelType, PermissionFlagsBits as May, OverwriteType } from 'discord-api-types/v10';
import type { Channel, Guild } from './records.ts';

export const ALL: bigint = Object.values(May).reduce((all, bit) => all | bit, 0n);

const THREADS: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

export function isThread({ type }: Pick<Channel, 'type'>): boolean {
  return THREADS.includes(type);
}

/** What a member may do in the guild at large: the union of the roles; everything for owners and administrators. */
export function permissionsInGuild(guild: Guild, user: string): bigint {
  if (guild.ownerId === user) return ALL;
  const member = guild.members.find((one) => one.user.id === user);
  if (!member) return 0n;
  const held = guild.roles.filter(({ id }) => id === guild.id || member.roles.includes(id));
  const bits = held.reduce((all, role) => all | BigInt(role.permissions), 0n);
  return bits & May.Administrator ? ALL : bits;
}

/**
 * What a member may do in a channel: @everyone's overwrite first, then those of the roles together, then the member's
 * own; a thread goes by the channel it hangs on.
 */
export function permissionsInChannel(guild: Guild, user: string, channel: Channel): bigint {
  const base = permissionsInGuild(guild, user);
  if (base === ALL || base === 0n) return base;
  const roles = guild.members.find((one) => one.user.id === user)?.roles ?? [];
  const layers = [
    channel.overwrites.filter(({ type, id }) => type === OverwriteType.Role && id === guild.id),
    channel.overwrites.filter(({ type, id }) => type === OverwriteType.Role && roles.includes(id)),
    channel.overwrites.filter(({ type, id }) => type === OverwriteType.Member && id === user),
  ];
  let bits = base;
  for (const layer of layers) {
    const denied = layer.reduce((all, { deny }) => all | BigInt(deny), 0n);
    const allowed = layer.reduce((all, { allow }) => all | BigInt(allow), 0n);
    bits = (bits & ~denied) | allowed;
  }
  return withoutImplied(bits, channel);
}

/** Who does not see a channel may do nothing in it, and who does not write there may not attach, embed or ping. */
function withoutImplied(bits: bigint, channel: Channel): bigint {
  if (!(bits & May.ViewChannel)) return 0n;
  if (bits & sendingIn(channel)) return bits;
  return bits & ~(May.MentionEveryone | May.SendTTSMessages | May.AttachFiles | May.EmbedLinks);
}

/** Which permission lets a member write there. */
export function sendingIn(channel: Channel): bigint {
  return isThread(channel) ? May.SendMessagesInThreads : May.SendMessages;
}
