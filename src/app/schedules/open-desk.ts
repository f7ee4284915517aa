import { UserError } from '../../base/errors.ts';
import type { Asker } from '../../model/asker.ts';
import type { Schedule } from '../../model/schedule.ts';
import { keepEdition } from '../../store/editions.ts';
import { deliveriesOf } from '../../store/schedules/deliveries.ts';
import {
  addSchedule,
  changeSchedule,
  removeSchedule,
  scheduleById,
  schedulesOf,
} from '../../store/schedules/schedules.ts';
import type { Store } from '../../store/store.ts';
import { sendNow } from '../delivery/deliver.ts';
import type { Delivering } from '../delivery/delivering.ts';
import { findBriefing } from '../editions/briefings.ts';
import { slotEdition } from '../editions/slot-edition.ts';
import { topicArticles } from '../editions/topic.ts';
import type { Planned, ScheduleDesk } from './desk.ts';
import { changed, checkedAccess, planned } from './plan.ts';
import { nextSlot, nextSlots } from './slots.ts';

const RUNS_SHOWN = 5;
const DELIVERIES_SHOWN = 3;
/** Schedules a server may have: more than anybody needs, few enough to be listed. */
const MOST = 50;

/** The schedules of the asker's server; `shown` is the edition of a preview whose pages are turned. */
export function openDesk(delivering: Delivering, asker: Asker, now: Date, shown?: string): ScheduleDesk {
  const { store, courier } = delivering;
  const runs = ({ expression, zone }: Schedule) => nextSlots(expression, zone, now, RUNS_SHOWN);
  const keep = async (before: Schedule, after: Schedule): Promise<Schedule> => {
    if (!(await changeSchedule(store, before, after))) throw new UserError(UNKNOWN);
    return after;
  };
  const offTopic = async ({ topic }: Schedule) =>
    topic !== undefined && (await topicArticles(store, topic, { asOf: now })).size === 0 ? { offTopic: true } : {};
  /** As it goes on from now. */
  const going = async (before: Schedule, schedule: Schedule): Promise<Planned> => {
    const { reduced } = await checkedAccess(courier(), schedule);
    const { stateSince: _, reason: __, toldAt: ___, ...rest } = schedule;
    const next = nextSlot(schedule.expression, schedule.zone, now);
    const active = await keep(before, { ...rest, state: 'active', ...(next && { nextSlot: next }) });
    return { schedule: active, next: runs(active), reduced };
  };
  return {
    async add(wish) {
      const guild = managed(asker);
      const schedule = planned(wish, { guild, madeBy: asker.member, now });
      const { kind, reduced } = await checkedAccess(courier(), schedule);
      if ((await schedulesOf(store, guild)).length >= MOST) {
        throw new UserError(`This server has ${MOST} schedules already. Remove one with /schedule remove first.`);
      }
      await addSchedule(store, { ...schedule, kind });
      return { schedule: { ...schedule, kind }, next: runs(schedule), reduced, ...(await offTopic(schedule)) };
    },

    async edit(id, change) {
      const before = await owned(store, asker, id);
      const wished = changed(before, change, now);
      const { kind, reduced } = await checkedAccess(courier(), wished);
      if (wished.state === 'suspended') return going(before, { ...wished, kind });
      const schedule = await keep(before, { ...wished, kind });
      return { schedule, next: runs(schedule), reduced, ...(await offTopic(schedule)) };
    },

    async list() {
      const schedules = await schedulesOf(store, managed(asker));
      return Promise.all(
        schedules.map(async (schedule) => ({
          schedule,
          deliveries: await deliveriesOf(store, schedule.id, DELIVERIES_SHOWN),
        })),
      );
    },

    async pause(id) {
      const schedule = await owned(store, asker, id);
      if (schedule.state === 'paused') throw new UserError('It is paused already. /schedule resume lets it go on.');
      const { reason: _, ...rest } = schedule;
      return keep(schedule, { ...rest, state: 'paused', stateSince: now });
    },

    async resume(id) {
      const schedule = await owned(store, asker, id);
      if (schedule.state === 'active') throw new UserError('It is running already. See it with /schedule list.');
      return going(schedule, schedule);
    },

    async remove(id) {
      const schedule = await owned(store, asker, id);
      await removeSchedule(store, schedule.id);
      return schedule;
    },

    async preview(id) {
      const schedule = await owned(store, asker, id);
      const briefing = shown ? await findBriefing(store, shown) : await slotEdition(store, schedule, now);
      await keepEdition(store, briefing.edition, now);
      return { schedule, briefing, next: schedule.state === 'active' ? runs(schedule) : [] };
    },

    async send(id) {
      const schedule = await owned(store, asker, id);
      if (schedule.state !== 'active') {
        throw new UserError(`It is ${schedule.state}: let it go on with /schedule resume, then send.`);
      }
      return { schedule, delivery: await sendNow(delivering, schedule, now) };
    },
  };
}

function managed({ guild, manager }: Asker): string {
  if (!guild) throw new UserError('Schedules belong to a server: type this in one of its channels.');
  if (!manager) throw new UserError('Only members with the permission Manage Server can use /schedule.');
  return guild;
}

const UNKNOWN = 'There is no schedule of that id here. See them with /schedule list.';

/** Another server's schedule is as unknown as one that never was. */
async function owned(store: Store, asker: Asker, id: string): Promise<Schedule> {
  const guild = managed(asker);
  const schedule = await scheduleById(store, id.trim());
  if (schedule?.guild !== guild) throw new UserError(UNKNOWN);
  return schedule;
}
