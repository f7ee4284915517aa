/** A channel's cron expression and zone, with what its editions hold. */
export interface Schedule {
  readonly id: string;
  readonly guild: string;
  readonly channel: string;
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
  /** The next instant it is due; none once it can never be due again. */
  readonly nextSlot?: Date;
  /** The slot of the last posted edition: where the next window begins. */
  readonly lastPosted?: Date;
}

export const DELIVERY_STATES = ['pending', 'claimed', 'posted', 'skipped', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One due slot of one schedule; (schedule, slot) is its key. */
export interface Delivery {
  readonly schedule: string;
  readonly slot: Date;
  readonly state: DeliveryState;
  /** The edition, fixed before the first send. */
  readonly edition?: string;
  /** Why it was skipped or failed, in one sentence. */
  readonly reason?: string;
  readonly attempts: number;
  /** Until when the process that claimed it may work on it. */
  readonly leaseUntil?: Date;
  readonly settledAt?: Date;
}
