import { randomInt } from 'node:crypto';
import { UserError } from '../../base/errors.ts';
import type { Schedule } from '../../model/schedule.ts';
import { parseTopic } from '../../model/topic.ts';
import type { Access, Courier } from '../delivery/courier.ts';
import type { ScheduleChange, ScheduleWish } from './desk.ts';
import { changedExpression, expressionOf } from './expression.ts';
import { nextSlot } from './slots.ts';
import { zoneNamed, zoneNear } from './zones.ts';

const STORIES = 6;
/** What is typed as a topic to have none. */
const NO_TOPIC = '-';

/** The schedule a wish means. @throws UserError that says what to type instead */
export function planned(
  wish: ScheduleWish,
  { guild, madeBy, now }: { readonly guild: string; readonly madeBy: string; readonly now: Date },
): Schedule {
  const zone = zoneOf(wish.zone);
  const expression = expressionOf(wish);
  return {
    id: newId(),
    guild,
    channel: wish.channel,
    kind: 'text',
    expression,
    zone,
    ...topicOf(wish.topic),
    stories: wish.stories ?? STORIES,
    ...roleOf(wish.role, guild),
    madeBy,
    madeAt: now,
    state: 'active',
    nextSlot: dueAfter(now, expression, zone),
  };
}

/** The schedule as a manager wants it from now on. @throws UserError that says what to type instead */
export function changed(schedule: Schedule, change: ScheduleChange, now: Date): Schedule {
  const { topic, role, ...rest } = schedule;
  const zone = change.zone === undefined ? schedule.zone : zoneOf(change.zone);
  const expression = changedExpression(schedule.expression, change);
  // Of the same times, a slot that has come and is not written down yet must not be passed over.
  const sameTimes = zone === schedule.zone && expression === schedule.expression;
  return {
    ...rest,
    channel: change.channel ?? schedule.channel,
    zone,
    expression,
    ...topicOf(change.topic ?? topic),
    stories: change.stories ?? schedule.stories,
    ...roleOf(change.role ?? role, schedule.guild),
    ...(!sameTimes && { nextSlot: dueAfter(now, expression, zone) }),
  };
}

/** What Lede may do in a schedule's channel. @throws UserError that names each permission it lacks to post there */
export async function checkedAccess(courier: Courier, { guild, channel, role }: Schedule): Promise<Access> {
  const access = await courier.access(guild, channel, role);
  if (!access) {
    throw new UserError('Lede cannot see that channel. Give it the permission View Channel there, then try again.');
  }
  if (access.missing.length > 0) {
    const missing = new Intl.ListFormat('en').format(access.missing);
    throw new UserError(`Lede may not post there. Give it ${missing} in that channel, then try again.`);
  }
  return access;
}

function zoneOf(typed: string): string {
  const zone = zoneNamed(typed);
  if (zone) return zone;
  const near = zoneNear(typed);
  const instead = near
    ? `Did you mean ${near}?`
    : 'Start typing a city of that zone, such as Berlin, and pick one from the list.';
  throw new UserError(`“${typed}” is no time zone. ${instead}`);
}

function dueAfter(now: Date, expression: string, zone: string): Date {
  const next = nextSlot(expression, zone, now);
  if (next) return next;
  throw new UserError('That would never be due. Check the days of the month.');
}

/** @throws UserError where it cannot be understood */
function topicOf(topic: string | undefined): { topic?: string } {
  if (!topic || topic === NO_TOPIC) return {};
  parseTopic(topic);
  return { topic };
}

/** The role of everyone goes by the server's own id. */
const roleOf = (role: string | undefined, guild: string) => (role && role !== guild ? { role } : {});

/** Short enough to type, without letters that look alike. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const newId = () => Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
