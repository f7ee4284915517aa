import { type Clock, HOUR, MINUTE } from '../../base/clock.ts';
import type { Log } from '../../base/log.ts';
import type { Briefing } from '../../model/briefing.ts';
import type { Schedule } from '../../model/schedule.ts';
import type { Store } from '../../store/store.ts';
import type { Courier } from './courier.ts';

/** What delivering needs. */
export interface Delivering {
  readonly store: Store;
  /** Given once connected. */
  readonly courier: () => Courier;
  readonly clock: Clock;
  readonly log: Log;
  /** When Discord called us ready: what was due before then is late. */
  readonly readySince: () => Date;
  /** Aborted when the bot is to stop: what is at hand is finished, nothing else begun. */
  readonly stopping?: AbortSignal;
}

/** Deliveries that are worked on together. */
export interface Round extends Delivering {
  /** The edition of a schedule's slot. */
  readonly compose: (schedule: Schedule, slot: Date) => Promise<Briefing>;
}

/** A briefing missed or kept from its channel for longer than this is no news any more. */
export const STILL_NEWS = 6 * HOUR;
/** Between two tries of one delivery. */
export const LONGEST_PAUSE = 5 * MINUTE;
