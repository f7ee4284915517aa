import { messageOf } from '../../base/errors.ts';
import type { Schedule } from '../../model/schedule.ts';
import { drawMessage } from '../../render/message.ts';
import { suspendedCard } from '../../render/schedule.ts';
import { noteTold, resume, suspend, suspended } from '../../store/schedules/suspensions.ts';
import type { Delivering } from './delivering.ts';
import { markOf } from './parts.ts';

/** Suspends a schedule whose channel or permission is lost, and tells the manager who made it. */
export async function suspendSchedule(delivering: Delivering, schedule: Schedule, reason: string): Promise<void> {
  const now = delivering.clock.now();
  if (!(await suspend(delivering.store, schedule.id, reason, now))) return;
  delivering.log.warn(`a schedule is suspended: ${reason}`, { schedule: schedule.id, channel: schedule.channel });
  await tellTrouble(delivering, { ...schedule, state: 'suspended', reason, stateSince: now });
}

/**
 * Looks after the suspended schedules of a server, or of all: those whose channel can be posted to again go on by
 * themselves, and managers who could not be told before are told.
 */
export async function lookAfterSuspended(delivering: Delivering, guild?: string): Promise<void> {
  const { store, courier, log } = delivering;
  for (const schedule of await suspended(store, guild)) {
    if (!courier().hears(schedule.guild)) continue;
    try {
      const access = await courier().access(schedule.guild, schedule.channel, schedule.role);
      if (!access || access.missing.length > 0) await tellTrouble(delivering, schedule);
      else if (await resume(store, schedule.id)) log.info('a schedule goes on', { schedule: schedule.id });
    } catch (error) {
      log.warn(`a suspended schedule could not be looked at: ${messageOf(error)}`, { schedule: schedule.id, error });
    }
  }
}

/** Tells the manager once of a trouble, however often it comes back before a post succeeds. */
async function tellTrouble({ store, courier, clock, log }: Delivering, schedule: Schedule): Promise<void> {
  const { id, guild, madeBy, toldAt, stateSince } = schedule;
  if (toldAt) return;
  const mark = markOf(`${id} suspended ${stateSince?.getTime()}`);
  const { components } = drawMessage(suspendedCard(schedule), { command: 'schedule', answers: {}, page: 0 }, mark);
  try {
    const reached = await courier().tell(madeBy, { components, mark, nonce: mark }, guild);
    if (reached === 'nobody') log.warn('nobody could be told of a suspended schedule', { schedule: id, guild });
    await noteTold(store, id, clock.now());
  } catch (error) {
    log.warn(`a manager could not be told of a suspended schedule: ${messageOf(error)}`, { schedule: id, error });
  }
}
