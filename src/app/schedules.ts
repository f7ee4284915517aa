import { randomInt } from 'node:crypto';
import { UserError } from '../base/errors.ts';
import type { Asker } from '../model/asker.ts';
import type { Schedule } from '../model/schedule.ts';
import { deliveriesOf } from '../store/deliveries.ts';
import { addSchedule, removeSchedule, scheduleById, schedulesOf } from '../store/schedules.ts';
import type { Store } from '../store/store.ts';
import type { Courier } from './courier.ts';
import { type Delivering, sendNow } from './deliver.ts';
import type { ScheduleDesk, ScheduleWish } from './desk.ts';
import { expressionOf } from './expression.ts';
import { slotEdition } from './slot-edition.ts';
import { nextSlot, nextSlots } from './slots.ts';
import { zoneNamed } from './zones.ts';

const STORIES = 6;
const RUNS_SHOWN = 5;
const DELIVERIES_SHOWN = 3;
/** Schedules a server may have: more than anybody needs, few enough to be listed. */
const MOST = 50;

/** The schedules of the asker's server. */
export function openDesk(delivering: Delivering, asker: Asker, now: Date): ScheduleDesk {
  const { store, courier } = delivering;
  return {
    async add(wish) {
      const guild = managed(asker);
      const schedule = await planned(wish, guild, asker, now, courier());
      if ((await schedulesOf(store, guild)).length >= MOST) {
        throw new UserError(`This server has ${MOST} schedules already. Remove one with /schedule remove first.`);
      }
      await addSchedule(store, schedule);
      return { schedule, next: nextSlots(schedule.expression, schedule.zone, now, RUNS_SHOWN) };
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

    async remove(id) {
      const schedule = await owned(store, asker, id);
      await removeSchedule(store, schedule.id);
      return schedule;
    },

    async preview(id) {
      const schedule = await owned(store, asker, id);
      const next = nextSlots(schedule.expression, schedule.zone, now, RUNS_SHOWN);
      return { schedule, briefing: await slotEdition(store, schedule, now), next };
    },

    async send(id) {
      const schedule = await owned(store, asker, id);
      return { schedule, delivery: await sendNow(delivering, schedule, now) };
    },
  };
}

function managed({ guild, manager }: Asker): string {
  if (!guild) throw new UserError('Schedules belong to a server: type this in one of its channels.');
  if (!manager) throw new UserError('Only members with the permission Manage Server can use /schedule.');
  return guild;
}

/** Another server's schedule is as unknown as one that never was. */
async function owned(store: Store, asker: Asker, id: string): Promise<Schedule> {
  const guild = managed(asker);
  const schedule = await scheduleById(store, id.trim());
  if (schedule?.guild !== guild)
    throw new UserError('There is no schedule of that id here. See them with /schedule list.');
  return schedule;
}

async function planned(
  wish: ScheduleWish,
  guild: string,
  asker: Asker,
  now: Date,
  courier: Courier,
): Promise<Schedule> {
  const zone = zoneNamed(wish.zone);
  if (!zone)
    throw new UserError(
      `“${wish.zone}” is no time zone. Start typing a city, such as Berlin, and pick one from the list.`,
    );
  const expression = expressionOf(wish);
  const next = nextSlot(expression, zone, now);
  if (!next) throw new UserError('That would never be due. Check the days of the month.');
  const missing = await courier.missing(guild, wish.channel);
  if (missing.length > 0) {
    throw new UserError(
      `Lede may not post there. Give it ${new Intl.ListFormat('en').format(missing)} in that channel, then try again.`,
    );
  }
  return {
    id: newId(),
    guild,
    channel: wish.channel,
    expression,
    zone,
    ...(wish.topic && { topic: wish.topic }),
    stories: wish.stories ?? STORIES,
    ...(wish.role && { role: wish.role }),
    madeBy: asker.member,
    madeAt: now,
    nextSlot: next,
  };
}

/** Short enough to type, without letters that look alike. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const newId = () => Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
