import {
  type APIRole,
  type APIUser,
  ChannelType,
  GatewayIntentBits,
  GatewayDispatchEvents as On,
  OverwriteType,
} from 'discord-api-types/v10';
import { Signal } from './signal.ts';
import { joined } from './world/build.ts';
import { Census } from './world/census.ts';
import type { Dispatch } from './world/dispatch.ts';
import { channelPayload, guildCreatePayload, memberPayload, rolePayload, userPayload } from './world/payloads.ts';
import { isThread } from './world/permissions.ts';
import { type ChannelPlan, type RolePlan, THE_HARBOUR, type WorldPlan } from './world/plan.ts';
import type { Channel, Guild, Member } from './world/records.ts';

/**
 * The guilds, channels, roles and people of the stand-in, and what can befall them. Whatever changes is told to the bot
 * by the event Discord would send. Guilds, channels and people go by id or by name; no guild means the first.
 */
export class World extends Census {
  readonly dispatches = new Signal<Dispatch>();

  constructor(now: () => number, plan: WorldPlan = THE_HARBOUR) {
    super(now, plan);
  }

  addChannel({ name, type = ChannelType.GuildText, topic, parent }: ChannelPlan, guild?: string): Channel {
    const home = this.#guild(guild);
    const channel: Channel = {
      id: this.ids.next(),
      type,
      name,
      guild: home.id,
      position: this.channelsOf(home.id).length,
      overwrites: [],
      ...(topic !== undefined && { topic }),
      ...(parent !== undefined && { parent: this.#channel(parent).id }),
      owner: home.ownerId,
    };
    this.channelsById.set(channel.id, channel);
    this.#tellChannel(channel, isThread(channel) ? On.ThreadCreate : On.ChannelCreate);
    return channel;
  }

  editChannel(name: string, patch: Partial<Omit<Channel, 'id' | 'guild'>>): Channel {
    const channel = { ...this.#channel(name), ...patch };
    this.channelsById.set(channel.id, channel);
    this.#tellChannel(channel, isThread(channel) ? On.ThreadUpdate : On.ChannelUpdate);
    return channel;
  }

  deleteChannel(name: string): void {
    const channel = this.#channel(name);
    for (const { id, parent } of this.channels)
      if (id === channel.id || (parent === channel.id && !isCategory(channel))) this.channelsById.delete(id);
    this.#tellChannel(channel, isThread(channel) ? On.ThreadDelete : On.ChannelDelete);
  }

  /**
   * Allows and denies in one channel, in place of what was said there before about `who`: a member or, where nobody is
   * called so, a role.
   */
  setOverwrite(name: string, who: string, { allow = 0n, deny = 0n }: { allow?: bigint; deny?: bigint }): void {
    const channel = this.#channel(name);
    const user = this.user(who);
    const id = user?.id ?? this.role(this.#guild(channel.guild), who)?.id ?? who;
    const type = user ? OverwriteType.Member : OverwriteType.Role;
    const others = channel.overwrites.filter((one) => one.id !== id);
    this.editChannel(channel.id, {
      overwrites: [...others, { id, type, allow: String(allow), deny: String(deny) }],
    });
  }

  addRole({ name, permissions = 0n, mentionable = false }: RolePlan, guild?: string): APIRole {
    const home = this.#guild(guild);
    const role = rolePayload(this.ids.next(), name, permissions, { mentionable, position: home.roles.length });
    this.#keep({ ...home, roles: [...home.roles, role] });
    this.#tell(On.GuildRoleCreate, home, { role });
    return role;
  }

  editRole(name: string, patch: Partial<Omit<APIRole, 'id'>>, guild?: string): APIRole {
    const home = this.#guild(guild);
    const role = { ...this.#role(home, name), ...patch };
    this.#keep({ ...home, roles: home.roles.map((one) => (one.id === role.id ? role : one)) });
    this.#tell(On.GuildRoleUpdate, home, { role });
    return role;
  }

  deleteRole(name: string, guild?: string): void {
    const home = this.#guild(guild);
    const { id } = this.#role(home, name);
    this.#keep({ ...home, roles: home.roles.filter((one) => one.id !== id) });
    this.#tell(On.GuildRoleDelete, home, { role_id: id });
  }

  addMember(name: string, guild?: string): APIUser {
    const home = this.#guild(guild);
    const user = this.user(name) ?? userPayload(this.ids.next(), name);
    this.usersById.set(user.id, user);
    const member = joined(user, [], new Date(this.now()).toISOString());
    this.#keep({ ...home, members: [...home.members, member] });
    this.#tell(On.GuildMemberAdd, home, memberPayload(member), GatewayIntentBits.GuildMembers);
    return user;
  }

  removeMember(name: string, guild?: string): void {
    const home = this.#guild(guild);
    const user = this.#user(name);
    this.#keep({ ...home, members: home.members.filter((one) => one.user.id !== user.id) });
    this.#tell(On.GuildMemberRemove, home, { user }, GatewayIntentBits.GuildMembers);
  }

  /** Gives a member these roles, ids or names, in place of the ones they had. */
  setRoles(name: string, roles: readonly string[], guild?: string): void {
    const home = this.#guild(guild);
    const user = this.#user(name);
    const ids = roles.map((role) => this.#role(home, role).id);
    const members = home.members.map((one) => (one.user.id === user.id ? { ...one, roles: ids } : one));
    this.#keep({ ...home, members });
    const member = members.find((one) => one.user.id === user.id);
    // What concerns the bot itself is told it without the members intent.
    const intent = user.id === this.bot.id ? GatewayIntentBits.Guilds : GatewayIntentBits.GuildMembers;
    if (member) this.#tell(On.GuildMemberUpdate, home, memberPayload(member), intent);
  }

  /** The bot is thrown out of a guild; its people and channels stay. */
  removeBot(guild?: string): void {
    const home = this.#guild(guild);
    this.#keep({ ...home, members: home.members.filter((one) => one.user.id !== this.bot.id), joined: false });
    const data = { id: home.id };
    this.dispatches.tell({ event: On.GuildDelete, data, guild: home.id, intent: GatewayIntentBits.Guilds });
  }

  /** The bot is invited (again). */
  addBot(guild?: string): void {
    const home = this.#guild(guild);
    const role = home.roles.find(({ tags }) => tags?.bot_id === this.bot.id);
    const member = joined(this.bot, role ? [role.id] : [], new Date(this.now()).toISOString());
    this.#keep({ ...home, members: [...home.members, member], joined: true });
    this.dispatches.tell(this.guildCreate(this.#guild(home.id), member));
  }

  /** The GUILD_CREATE of a guild the bot is in. */
  guildCreate(guild: Guild, bot: Member): Dispatch {
    const data = guildCreatePayload(guild, this.channelsOf(guild.id), bot);
    return { event: On.GuildCreate, data, guild: guild.id, intent: GatewayIntentBits.Guilds };
  }

  #tellChannel(channel: Channel, event: On): void {
    if (channel.guild === undefined) return;
    const data = channelPayload(channel);
    this.dispatches.tell({ event, data, guild: channel.guild, intent: GatewayIntentBits.Guilds });
  }

  #tell(event: On, guild: Guild, data: object, intent = GatewayIntentBits.Guilds): void {
    this.dispatches.tell({ event, data: { guild_id: guild.id, ...data }, guild: guild.id, intent });
  }

  #keep(guild: Guild): void {
    this.guildsById.set(guild.id, guild);
  }

  #guild(name?: string): Guild {
    return this.guild(name) ?? missing('guild', name);
  }

  #channel(name: string): Channel {
    return this.channel(name) ?? missing('channel', name);
  }

  #user(name: string): APIUser {
    return this.user(name) ?? missing('person', name);
  }

  #role(guild: Guild, name: string): APIRole {
    return this.role(guild, name) ?? missing('role', name);
  }
}

/** What is in a category outlives it; what hangs on a channel, its threads, does not. */
function isCategory({ type }: Channel): boolean {
  return type === ChannelType.GuildCategory;
}

function missing(what: string, name = ''): never {
  throw new Error(`There is no ${what} called “${name}” in the stand-in's world.`);
}
