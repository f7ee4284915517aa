import {
  type APIApplicationCommandBasicOption,
  type APIAttachment,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10';
import type { Uploads } from '../messages/uploads.ts';
import { StandInRefusal } from '../refusal.ts';
import { channelPayload, memberPayload } from '../world/payloads.ts';
import type { Channel } from '../world/records.ts';
import type { World } from '../world.ts';
import type { Typed, TypedOptions } from './typed.ts';

/** An option as it is sent to the bot. */
export interface SentOption {
  readonly name: string;
  readonly type: Type;
  readonly value: string | number | boolean;
}

/** What the ids among the options stand for, so that the bot need not ask. */
export interface Resolved {
  users?: Record<string, object>;
  members?: Record<string, object>;
  roles?: Record<string, object>;
  channels?: Record<string, object>;
  attachments?: Record<string, APIAttachment>;
}

/** Turns what was typed into what is sent: names of people, roles and channels into ids, each one looked up. */
export class Resolver {
  readonly found: Resolved = {};
  readonly #world: World;
  readonly #uploads: Uploads;
  readonly #where: Channel;
  readonly #asker: string;

  constructor(world: World, uploads: Uploads, where: Channel, asker: string) {
    this.#world = world;
    this.#uploads = uploads;
    this.#where = where;
    this.#asker = asker;
  }

  options(options: readonly APIApplicationCommandBasicOption[], typed: TypedOptions): SentOption[] {
    return options.flatMap((option) => {
      const value = typed[option.name];
      return value === undefined ? [] : [{ name: option.name, type: option.type, value: this.#sent(option, value) }];
    });
  }

  user(name: string): string | undefined {
    const user = this.#world.user(name);
    const guild = this.#world.guildOf(this.#where);
    if (!user) return undefined;
    this.found.users = { ...this.found.users, [user.id]: user };
    const member = guild && this.#world.member(guild, user.id);
    if (member) {
      const { user: _, deaf: __, mute: ___, ...payload } = memberPayload(member);
      const permissions = String(this.#world.permissions(user.id, this.#where));
      this.found.members = { ...this.found.members, [user.id]: { ...payload, permissions } };
    }
    return user.id;
  }

  role(name: string): string | undefined {
    const guild = this.#world.guildOf(this.#where);
    const role = guild && this.#world.role(guild, name.replace(/^@/, ''));
    if (role) this.found.roles = { ...this.found.roles, [role.id]: role };
    return role?.id;
  }

  /** A channel of this server; `types` says of which kinds. */
  channel(name: string, types: readonly number[] | undefined): string | undefined {
    const here = this.#world.channels.filter(({ guild }) => guild !== undefined && guild === this.#where.guild);
    const channel = here.find((one) => [one.id, one.name, `#${one.name}`].includes(name));
    if (!channel || (types && types.length > 0 && !types.includes(channel.type))) return undefined;
    const permissions = String(this.#world.permissions(this.#asker, channel));
    this.found.channels = { ...this.found.channels, [channel.id]: { ...channelPayload(channel), permissions } };
    return channel.id;
  }

  #sent(option: APIApplicationCommandBasicOption, value: Typed): string | number | boolean {
    if (typeof value === 'object') return this.#attachment(value);
    const id = typeof value === 'string' ? this.#id(option, value) : value;
    if (id === undefined) throw new StandInRefusal(`${option.name}: Choose one from the list`);
    return id;
  }

  #id(option: APIApplicationCommandBasicOption, value: string): string | undefined {
    switch (option.type) {
      case Type.User:
        return this.user(value);
      case Type.Role:
        return this.role(value);
      case Type.Mentionable:
        return this.role(value) ?? this.user(value);
      case Type.Channel:
        return this.channel(value, option.channel_types);
      default:
        return value;
    }
  }

  #attachment({ name, content }: Extract<Typed, object>): string {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const file = { slot: '0', name, type: 'application/octet-stream', bytes };
    const attachment = this.#uploads.keep(this.#where.id, file);
    this.found.attachments = { ...this.found.attachments, [attachment.id]: attachment };
    return attachment.id;
  }
}
