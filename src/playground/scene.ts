import { ChannelType, PermissionFlagsBits as May } from 'discord-api-types/v10';
import type { StandIn } from '../standin/standin.ts';
import { permissionsInGuild } from '../standin/world/permissions.ts';
import type { Channel, Guild } from '../standin/world/records.ts';
import type { World } from '../standin/world.ts';

/** A person or the bot, as the page shows them. */
export interface Face {
  readonly id: string;
  readonly name: string;
  /** Whether they may manage the server. */
  readonly manager: boolean;
}

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly kind: 'text' | 'announcements' | 'thread' | 'direct';
  readonly topic?: string;
}

/** What one person sees of the stand-in, but for messages and commands. */
export interface Scene {
  /** Whether the time can be moved here, and trouble made. */
  readonly movable: boolean;
  readonly server: { readonly id: string; readonly name: string };
  readonly bot: Face;
  readonly people: readonly Face[];
  /** Whose eyes these are. */
  readonly person: string;
  readonly channels: readonly Place[];
  /** Without @everyone, which is nobody's choice. */
  readonly roles: readonly { readonly id: string; readonly name: string }[];
}

/** The first server as that person sees it; undefined for a person who is not a member. Without one: its owner. */
export function sceneOf({ world }: StandIn, person?: string): Omit<Scene, 'movable'> | undefined {
  const guild = world.guild();
  if (!guild) return undefined;
  const faces = guild.members.map(({ user }): Face => {
    const manager = (permissionsInGuild(guild, user.id) & May.ManageGuild) !== 0n;
    return { id: user.id, name: user.global_name ?? user.username, manager };
  });
  const people = faces.filter(({ id }) => id !== world.bot.id);
  const seat = person ?? guild.ownerId;
  if (!people.some(({ id }) => id === seat)) return undefined;
  return {
    server: { id: guild.id, name: guild.name },
    bot: { id: world.bot.id, name: world.bot.username, manager: false },
    people,
    person: seat,
    channels: world.channels.flatMap((channel) => placeFor(seat, guild, channel, world) ?? []),
    roles: guild.roles.filter(({ id }) => id !== guild.id).map(({ id, name }) => ({ id, name })),
  };
}

const KINDS: Readonly<Partial<Record<ChannelType, Place['kind']>>> = {
  [ChannelType.GuildText]: 'text',
  [ChannelType.GuildAnnouncement]: 'announcements',
  [ChannelType.PublicThread]: 'thread',
  [ChannelType.PrivateThread]: 'thread',
  [ChannelType.AnnouncementThread]: 'thread',
  [ChannelType.DM]: 'direct',
};

/** A channel as this person sees it; undefined where they do not. */
function placeFor(person: string, guild: Guild, channel: Channel, world: World): Place | undefined {
  const { id, topic } = channel;
  const kind = KINDS[channel.type];
  if (kind === 'direct') return channel.recipient?.id === person ? { id, name: world.bot.username, kind } : undefined;
  const visible = channel.guild === guild.id && (world.permissions(person, channel) & May.ViewChannel) !== 0n;
  return kind && visible ? { id, name: channel.name, kind, ...(topic !== undefined && { topic }) } : undefined;
}
