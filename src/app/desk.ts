import type { Briefing } from '../model/briefing.ts';
import type { Delivery, Schedule } from '../model/schedule.ts';

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

export interface ScheduleOnDesk {
  readonly schedule: Schedule;
  /** The newest deliveries, newest first. */
  readonly deliveries: readonly Delivery[];
}

/** The schedules of the asker's server. Every call is refused with a UserError for anybody but a manager. */
export interface ScheduleDesk {
  /** The schedule as it stands, and the next five instants it is due. */
  add(wish: ScheduleWish): Promise<{ readonly schedule: Schedule; readonly next: readonly Date[] }>;
  list(): Promise<readonly ScheduleOnDesk[]>;
  remove(id: string): Promise<Schedule>;
  /** What it would post now, and when it runs next. */
  preview(
    id: string,
  ): Promise<{ readonly schedule: Schedule; readonly briefing: Briefing; readonly next: readonly Date[] }>;
  /** Posts an edition to the schedule's channel now, beside its usual slots. */
  send(id: string): Promise<{ readonly schedule: Schedule; readonly delivery: Delivery }>;
}
