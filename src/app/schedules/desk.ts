import type { Briefing } from '../../model/briefing.ts';
import type { Delivery, Schedule } from '../../model/schedule.ts';
import type { Access } from '../delivery/courier.ts';

/** What a manager asks for. Either `time` (with `days`) or `cron`. */
export interface ScheduleWish {
  readonly channel: string;
  readonly zone: string;
  /** "07:00". */
  readonly time?: string | undefined;
  /** "mon-fri", "sat,sun", "daily". */
  readonly days?: string | undefined;
  readonly cron?: string | undefined;
  readonly topic?: string | undefined;
  readonly stories?: number | undefined;
  readonly role?: string | undefined;
}

/** What a manager wants changed; what is left out stays. A topic of "-" and the role @everyone take theirs away. */
export type ScheduleChange = { readonly [K in keyof ScheduleWish]?: ScheduleWish[K] | undefined };

export interface ScheduleOnDesk {
  readonly schedule: Schedule;
  /** The newest deliveries, newest first. */
  readonly deliveries: readonly Delivery[];
}

/** A schedule as it stands, when it runs next, and what Lede cannot do in its channel. */
export interface Planned {
  readonly schedule: Schedule;
  readonly next: readonly Date[];
  readonly reduced: Access['reduced'];
  /** No article is about its topic, now: it may be mistyped. */
  readonly offTopic?: boolean;
}

/** The schedules of the asker's server. Every call is refused with a UserError for anybody but a manager. */
export interface ScheduleDesk {
  /** @throws UserError that names each permission Lede lacks in the channel */
  add(wish: ScheduleWish): Promise<Planned>;
  /** @throws UserError as `add` */
  edit(id: string, change: ScheduleChange): Promise<Planned>;
  list(): Promise<readonly ScheduleOnDesk[]>;
  pause(id: string): Promise<Schedule>;
  /** Ends a pause, and a suspension whose cause is gone. @throws UserError that names each permission still missing */
  resume(id: string): Promise<Planned>;
  remove(id: string): Promise<Schedule>;
  /** What it would post now, and when it runs next. */
  preview(id: string): Promise<{ readonly briefing: Briefing } & Omit<Planned, 'reduced'>>;
  /** Posts an edition to the schedule's channel now, beside its usual slots. */
  send(id: string): Promise<{ readonly schedule: Schedule; readonly delivery: Delivery }>;
}
