import type { APIOverwrite, APIRole, APIUser, ChannelType } from 'discord-api-types/v10';

/** A channel of a guild, a thread in one, or a direct message. A change replaces the record. */
export interface Channel {
  readonly id: string;
  readonly type: ChannelType;
  readonly name: string;
  /** None in a direct message. */
  readonly guild?: string;
  /** A thread's channel, or a channel's category. */
  readonly parent?: string;
  readonly topic?: string;
  readonly position: number;
  readonly overwrites: readonly APIOverwrite[];
  /** Whom the bot writes to, in a direct message. */
  readonly recipient?: APIUser;
  readonly archived?: boolean;
  /** Who began a thread. */
  readonly owner?: string;
}

export interface Member {
  readonly user: APIUser;
  /** Ids, without that of @everyone. */
  readonly roles: readonly string[];
  readonly joinedAt: string;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly roles: readonly APIRole[];
  readonly members: readonly Member[];
  readonly systemChannel?: string;
  readonly locale: string;
  /** Whether the bot is in it. */
  readonly joined: boolean;
}
