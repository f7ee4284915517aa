import { type APIRole, type APIUser, ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { Snowflakes } from '../snowflake.ts';
import { build } from './build.ts';
import { isThread, permissionsInChannel } from './permissions.ts';
import type { WorldPlan } from './plan.ts';
import type { Channel, Guild, Member } from './records.ts';

/** Who and what there is. Wherever an id is asked for, a name does too. */
export class Census {
  readonly bot: APIUser;
  readonly ids: Snowflakes;
  readonly now: () => number;
  protected readonly guildsById = new Map<string, Guild>();
  protected readonly channelsById = new Map<string, Channel>();
  protected readonly usersById = new Map<string, APIUser>();
  readonly #closed = new Set<string>();

  constructor(now: () => number, plan: WorldPlan) {
    const { bot, guilds, channels } = build(plan);
    this.bot = bot;
    this.now = now;
    this.ids = new Snowflakes(now);
    for (const guild of guilds) this.guildsById.set(guild.id, guild);
    for (const channel of channels) this.channelsById.set(channel.id, channel);
    for (const { user } of guilds.flatMap(({ members }) => members)) this.usersById.set(user.id, user);
  }

  get guilds(): readonly Guild[] {
    return [...this.guildsById.values()];
  }

  get channels(): readonly Channel[] {
    return [...this.channelsById.values()];
  }

  get users(): readonly APIUser[] {
    return [...this.usersById.values()];
  }

  /** Without a name, the first guild. */
  guild(name = this.guilds[0]?.id ?? ''): Guild | undefined {
    return this.guildsById.get(name) ?? this.guilds.find((one) => one.name === name);
  }

  channel(name: string): Channel | undefined {
    return this.channelsById.get(name) ?? this.channels.find((one) => one.name === name && name !== '');
  }

  channelsOf(guild: string): readonly Channel[] {
    return this.channels.filter((channel) => channel.guild === guild);
  }

  user(name: string): APIUser | undefined {
    return this.usersById.get(name) ?? this.users.find((one) => [one.global_name, one.username].includes(name));
  }

  role(guild: Guild, name: string): APIRole | undefined {
    return guild.roles.find((one) => one.id === name || one.name === name);
  }

  /** The guild a channel belongs to; none for a direct message. */
  guildOf({ guild }: Channel): Guild | undefined {
    return guild === undefined ? undefined : this.guildsById.get(guild);
  }

  member(guild: Guild, user: string): Member | undefined {
    return guild.members.find((one) => one.user.id === user);
  }

  /** What someone may do in a channel of a guild, as permission bits. */
  permissions(user: string, channel: Channel): bigint {
    const guild = this.guildOf(channel);
    if (!guild) return 0n;
    const above = isThread(channel) && channel.parent !== undefined ? this.channel(channel.parent) : undefined;
    return permissionsInChannel(guild, user, { ...channel, overwrites: (above ?? channel).overwrites });
  }

  /** Whether someone sees a channel at all: a direct message only whom it is with. */
  sees(user: string, channel: Channel): boolean {
    if (channel.recipient) return channel.recipient.id === user;
    return (this.permissions(user, channel) & PermissionFlagsBits.ViewChannel) !== 0n;
  }

  /** The channel in which the bot writes to someone, made at the first time. */
  directChannel(recipient: APIUser): Channel {
    const open = this.channels.find((one) => one.recipient?.id === recipient.id);
    if (open) return open;
    const { ids } = this;
    const channel = { id: ids.next(), type: ChannelType.DM, name: '', position: 0, overwrites: [], recipient };
    this.channelsById.set(channel.id, channel);
    return channel;
  }

  /** Whether someone takes messages from people and bots of their servers. */
  setDirectMessages(name: string, taken: boolean): void {
    const id = this.user(name)?.id ?? name;
    if (taken) this.#closed.delete(id);
    else this.#closed.add(id);
  }

  /** Discord lets a bot write only to those who share a server with it, */
  sharesServer(user: string): boolean {
    return this.guilds.some((guild) => guild.joined && this.member(guild, user));
  }

  /** and take messages. */
  takesDirectMessages(user: string): boolean {
    return !this.#closed.has(user);
  }
}
