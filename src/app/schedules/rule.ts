import cron from 'node-cron';
import { DAY, MINUTE } from '../../base/clock.ts';

/** A cron expression, worked out. */
export interface Rule {
  /** Minutes of the day that match, the first one first. */
  readonly minutes: readonly number[];
  /** @param day days since 1970 of the local calendar */
  matches(day: number): boolean;
}

/** Servers choose the same few expressions, and ask for the same days. */
const REMEMBERED = 500;
const rules = new Map<string, Rule>();

/** @throws Error where node-cron does not take the expression */
export function ruleOf(expression: string): Rule {
  const had = rules.get(expression);
  if (had) return had;
  if (rules.size >= REMEMBERED) rules.clear();
  const rule = workedOut(expression);
  rules.set(expression, rule);
  return rule;
}

const DAYS_REMEMBERED = 5_000;

function workedOut(expression: string): Rule {
  const { hour, minute } = cron.parse(expression);
  const minutes = hour.flatMap((h) => minute.map((m) => h * 60 + m)).toSorted((a, b) => a - b);
  const task = cron.createTask(expression, () => {}, { timezone: 'UTC' });
  task.destroy(); // node-cron lists every task it makes until it is destroyed; one that is still matches
  const days = new Map<number, boolean>();
  return {
    minutes,
    matches(day) {
      const had = days.get(day);
      if (had !== undefined) return had;
      if (days.size >= DAYS_REMEMBERED) days.clear();
      // Asked in UTC, where every wall-clock time exists once, whether the day has any slot.
      const matches = task.match(new Date(day * DAY + (minutes[0] ?? 0) * MINUTE));
      days.set(day, matches);
      return matches;
    },
  };
}
