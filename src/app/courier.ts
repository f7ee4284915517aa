import type { Message } from '../render/message.ts';

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

/** Why Discord will not take a post, now or ever. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}

/** The port through which editions reach Discord. */
export interface Courier {
  /** Posts a message and gives its id. @throws Undeliverable where the channel or a permission is lost. */
  post(channel: string, part: Part): Promise<string>;
  /** The id of our own message with this mark, if it stands in the channel since that instant. */
  find(channel: string, mark: string, since: Date): Promise<string | undefined>;
  /** The names of the permissions we lack to post there; none missing means an empty list. @throws UserError where we do not see the channel. */
  missing(guild: string, channel: string): Promise<readonly string[]>;
}
