import { GatewayIntentBits as Intent, MessageFlags, GatewayDispatchEvents as On } from 'discord-api-types/v10';
import type { Change } from '../change.ts';
import type { Draft } from '../forms/draft.ts';
import type { Signal } from '../signal.ts';
import { compareIds } from '../snowflake.ts';
import { memberPayload } from '../world/payloads.ts';
import type { Channel } from '../world/records.ts';
import type { World } from '../world.ts';
import { type Authorship, edited, written } from './compose.ts';
import { Nonces } from './nonces.ts';
import { payloadFor, type ShownMessage } from './shown.ts';
import type { Uploads } from './uploads.ts';

/** How many messages a channel remembers: the oldest goes when one more comes. */
const KEPT = 1000;

/** Where in a channel's history to look. At most one of the three ids is heeded. */
export interface Page {
  readonly before?: string;
  readonly after?: string;
  readonly around?: string;
  readonly limit: number;
}

/** Every message of every channel, ephemeral ones included. */
export class Messages {
  readonly #nonces = new Nonces();
  readonly #world: World;
  readonly #uploads: Uploads;
  readonly #changes: Signal<Change>;
  readonly #byChannel = new Map<string, ShownMessage[]>();

  constructor(world: World, uploads: Uploads, changes: Signal<Change>) {
    this.#world = world;
    this.#uploads = uploads;
    this.#changes = changes;
  }

  /** Posts a message and tells everyone who may see it. The nonce goes to the gateway and is not kept. */
  post(channel: Channel, draft: Draft, authorship: Authorship, nonce?: string | number): ShownMessage {
    const message = written(this.#world, this.#uploads, channel, draft, authorship);
    const all = this.#byChannel.get(channel.id) ?? [];
    this.#byChannel.set(channel.id, [...all, message].slice(-KEPT));
    this.#tell(On.MessageCreate, channel, message, nonce === undefined ? {} : { nonce });
    this.#changes.tell({ kind: 'created', channel: channel.id, message });
    if (nonce !== undefined) this.#nonces.remember(channel.id, nonce, message.id, this.#world.now());
    return message;
  }

  /** The message that this nonce has made in the channel in the last minutes, if it is still there. */
  madeBy(channel: Channel, nonce: string | number): ShownMessage | undefined {
    const id = this.#nonces.madeBy(channel.id, nonce, this.#world.now());
    return id === undefined ? undefined : this.find(channel.id, id);
  }

  edit(channel: Channel, message: ShownMessage, draft: Draft): ShownMessage {
    return this.#replace(channel, edited(this.#world, this.#uploads, channel, message, draft));
  }

  /** Marks a message as sent on to the channels that follow this one. */
  crosspost(channel: Channel, message: ShownMessage): ShownMessage {
    return this.#replace(channel, { ...message, flags: (message.flags ?? 0) | MessageFlags.Crossposted });
  }

  delete(channel: Channel, message: ShownMessage): void {
    const left = this.all(channel.id).filter(({ id }) => id !== message.id);
    this.#byChannel.set(channel.id, left);
    if (message.ephemeralFor === undefined) {
      const data = { id: message.id, channel_id: channel.id, ...guildOf(channel) };
      this.#world.dispatches.tell({ event: On.MessageDelete, data, ...guildAndIntent(channel) });
    }
    this.#changes.tell({ kind: 'deleted', channel: channel.id, message });
  }

  all(channel: string): readonly ShownMessage[] {
    return this.#byChannel.get(channel) ?? [];
  }

  find(channel: string, id: string): ShownMessage | undefined {
    return this.all(channel).find((message) => message.id === id);
  }

  /** Newest first, and without ephemeral messages: as Discord gives a channel's history. */
  history(channel: string, { before, after, around, limit }: Page): readonly ShownMessage[] {
    const open = this.all(channel).filter((message) => message.ephemeralFor === undefined);
    const newest = open.toReversed();
    const below = (id: string) => newest.filter((message) => compareIds(message.id, id) < 0);
    if (before !== undefined) return below(before).slice(0, limit);
    if (after !== undefined) return newest.filter(({ id }) => compareIds(id, after) > 0).slice(-limit);
    if (around === undefined) return newest.slice(0, limit);
    const half = Math.floor(limit / 2);
    const fromThere = newest.filter(({ id }) => compareIds(id, around) >= 0).slice(half - limit);
    return [...fromThere, ...below(around).slice(0, half)];
  }

  #replace(channel: Channel, message: ShownMessage): ShownMessage {
    this.#byChannel.set(
      channel.id,
      this.all(channel.id).map((one) => (one.id === message.id ? message : one)),
    );
    this.#tell(On.MessageUpdate, channel, message);
    this.#changes.tell({ kind: 'edited', channel: channel.id, message });
    return message;
  }

  /** Ephemeral messages are between Discord and the one who asked: the gateway never carries them. */
  #tell(event: On, channel: Channel, message: ShownMessage, more: object = {}): void {
    if (message.ephemeralFor !== undefined) return;
    const guild = this.#world.guildOf(channel);
    const author = guild && this.#world.member(guild, message.author.id);
    const member = author && { member: { ...memberPayload(author), user: undefined } };
    const payload = payloadFor(this.#world.bot.id, message, channel.guild === undefined);
    const data = { ...payload, ...guildOf(channel), ...member, ...more };
    this.#world.dispatches.tell({ event, data, ...guildAndIntent(channel) });
  }
}

function guildOf({ guild }: Channel): object {
  return guild === undefined ? {} : { guild_id: guild };
}

function guildAndIntent({ guild }: Channel) {
  return guild === undefined ? { intent: Intent.DirectMessages } : { guild, intent: Intent.GuildMessages };
}
