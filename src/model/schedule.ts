/** A channel's cron expression and zone, with what its editions hold. */
export interface Schedule {
  readonly id: string;
  readonly guild: string;
  readonly channel: string;
  readonly kind: ChannelKind;
  /** Five cron fields, as node-cron reads them. */
  readonly expression: string;
  /** IANA zone in which the expression is read. */
  readonly zone: string;
  readonly topic?: string;
  /** Stories an edition shows at the most. */
  readonly stories: number;
  /** The role mentioned in the first message, where a manager chose one. */
  readonly role?: string;
  /** The manager who made it. */
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly state: ScheduleState;
  /** Since when it is paused or suspended. */
  readonly stateSince?: Date;
  /** Why it is suspended, in one sentence. */
  readonly reason?: string;
  /** When the manager was told of a trouble; told once until a post succeeds. */
  readonly toldAt?: Date;
  /** The next instant it is due; none once it can never be due again. */
  readonly nextSlot?: Date;
  /** The slot of the last posted edition: where the next window begins. */
  readonly lastPosted?: Date;
}

/** Paused by a manager; suspended because the channel or a permission is lost, until it is back. */
export const SCHEDULE_STATES = ['active', 'paused', 'suspended'] as const;
export type ScheduleState = (typeof SCHEDULE_STATES)[number];

/** What may hold briefings. What stands in an announcement channel is passed on to the channels that follow it. */
export const CHANNEL_KINDS = ['text', 'announcement', 'thread'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

export const DELIVERY_STATES = ['pending', 'claimed', 'posted', 'skipped', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One due slot of one schedule; (schedule, slot) is its key. */
export interface Delivery {
  readonly schedule: string;
  readonly slot: Date;
  readonly state: DeliveryState;
  /** The edition, fixed before the first send. */
  readonly edition?: string;
  /** Where its messages go, fixed with it: a change of the schedule's channel does not tear them apart. */
  readonly channel?: string;
  /** When it was fixed: none of its messages is older. */
  readonly fixedAt?: Date;
  /** Whether the slot had passed before Lede was connected. */
  readonly late?: boolean;
  /** The messages that are known to stand, in their order. */
  readonly messages?: readonly string[];
  /** How many of them were passed on to the channels that follow. */
  readonly passedOn?: number;
  /** Why it was skipped or failed, or what keeps it waiting, in one sentence. */
  readonly reason?: string;
  readonly attempts: number;
  /** Not tried again before. */
  readonly dueAt?: Date;
  /** Until when the process that claimed it may work on it. */
  readonly leaseUntil?: Date;
  readonly settledAt?: Date;
}
