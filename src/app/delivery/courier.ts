import type { ChannelKind } from '../../model/schedule.ts';
import type { Message } from '../../render/message.ts';

/** One message of an edition. */
export interface Part {
  readonly components: Message['components'];
  /** At most 25 characters; Discord stores two messages of one nonce once. */
  readonly nonce: string;
  /** The view id in its custom ids, by which the message is known again when it is fetched. */
  readonly mark: string;
  /** The role notified by this message. */
  readonly role?: string;
}

/** What we may do in a channel that can hold briefings, in the words of Discord's settings. */
export interface Access {
  readonly kind: ChannelKind;
  /** Permissions without which nothing can be posted there; none missing means an empty list. */
  readonly missing: readonly string[];
  /** Permissions without which something less is done, each with what that is. */
  readonly reduced: readonly { readonly permission: string; readonly without: string }[];
}

/** The channel or a permission is lost: trying again is no use until it is back. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}

/** Discord asks to be left alone for longer than a request may wait. */
export class ToldToWait extends Error {
  override readonly name = 'ToldToWait';
  /** Milliseconds. */
  readonly wait: number;

  constructor(wait: number) {
    super('Discord asks to wait');
    this.wait = wait;
  }
}

/** The port through which editions reach Discord. */
export interface Courier {
  /** Posts a message and gives its id. @throws Undeliverable, ToldToWait */
  post(channel: string, part: Part): Promise<string>;
  /** The id of our own message with this mark, if it stands in the channel since that instant. @throws as `post` */
  find(channel: string, mark: string, since: Date): Promise<string | undefined>;
  /** Passes a message on to the channels that follow its own; done already counts as done. @throws as `post` */
  publish(channel: string, message: string): Promise<void>;
  /** What we may do in a server's channel; undefined where we do not see it. */
  access(guild: string, channel: string, role?: string): Promise<Access | undefined>;
  /** Whether this process hears of what happens in that server. */
  hears(guild: string): boolean;
  /** Whether the bot has been removed from that server. */
  isGone(guild: string): Promise<boolean>;
  /** Writes to a member; where they take no messages, and a server is given, to its system channel. @returns whom it reached */
  tell(member: string, part: Omit<Part, 'role'>, guild?: string): Promise<'member' | 'server' | 'nobody'>;
}
