import cron from 'node-cron';
import { UserError } from '../../base/errors.ts';
import type { ScheduleWish } from './desk.ts';

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const WORDS: Readonly<Record<string, string>> = { daily: '*', everyday: '*', weekdays: '1-5', weekends: '0,6' };

/** The cron expression a wish means: its own, or one made of its time and days. @throws UserError that says what to type. */
export function expressionOf({ time, days, cron: expression }: Pick<ScheduleWish, 'time' | 'days' | 'cron'>): string {
  if (expression) {
    if (time || days) throw new UserError('Give either “cron”, or “time” and “days”, not both.');
    return checked(expression);
  }
  if (!time) throw new UserError('Say when: a “time” such as 07:00, or a “cron” expression such as 0 7 * * 1-5.');
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(time.trim()) ?? [];
  if (!hour || !minute) throw new UserError('“time” is written on a 24-hour clock, such as 07:00 or 18:30.');
  return `${Number(minute)} ${Number(hour)} * * ${weekdays(days ?? 'daily')}`;
}

/**
 * The expression as a change leaves it: new days keep the time, a new time keeps the days.
 * @throws UserError that says what to type
 */
export function changedExpression(expression: string, change: Pick<ScheduleWish, 'time' | 'days' | 'cron'>): string {
  if (change.cron || (change.time && change.days)) return expressionOf(change);
  if (!change.time && !change.days) return expression;
  const [, minute, hour, days] = /^(\d+) (\d+) \* \* (\S+)$/.exec(expression) ?? [];
  if (!minute || !hour || !days) {
    throw new UserError('This schedule has a cron expression: give “time” and “days” together, or a new “cron”.');
  }
  if (change.days) return `${minute} ${hour} * * ${weekdays(change.days)}`;
  return expressionOf({ time: change.time }).replace(/\*$/, days);
}

function weekdays(typed: string): string {
  const wanted = typed.trim().toLowerCase();
  if (WORDS[wanted]) return WORDS[wanted];
  const parts = wanted
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(dayOrSpan);
  if (parts.length === 0 || parts.some((part) => part === undefined)) {
    throw new UserError('“days” is daily, weekdays, weekends, or days such as mon-fri or sat,sun.');
  }
  return [...new Set(parts.flatMap((part) => part?.split(',') ?? []))].sort().join(',');
}

/** "mon" or "fri-mon", as cron numbers them from Sunday. A span may run over the end of the week. */
function dayOrSpan(part: string): string | undefined {
  const numbers = part
    .split('-')
    .map((day) => DAYS.findIndex((name) => day.length >= 2 && (day.startsWith(name) || name.startsWith(day))));
  if (numbers.includes(-1) || numbers.length > 2) return undefined;
  const [from, to] = numbers;
  if (to === undefined) return String(from);
  if (from! <= to) return `${from}-${to}`;
  return [
    ...Array.from({ length: 7 - from! }, (_, index) => from! + index),
    ...Array.from({ length: to + 1 }, (_, index) => index),
  ].join(',');
}

function checked(expression: string): string {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== 5) {
    throw new UserError(
      '“cron” takes five fields: minute, hour, day of the month, month, day of the week. For example 0 7 * * 1-5.',
    );
  }
  const { valid, errors } = cron.validateDetailed(fields.join(' '));
  if (!valid)
    throw new UserError(`That cron expression does not work: ${errors.map(({ message }) => message).join('; ')}.`);
  return fields.join(' ');
}
