import { basename, join } from 'node:path';
import type { ScheduleWish } from '../app/schedules/desk.ts';
import { nextSlots } from '../app/schedules/slots.ts';
import { DAY, HOUR, MINUTE } from '../base/clock.ts';
import { readArticleFile } from '../intake/file.ts';
import { articleFiles } from '../intake/folder.ts';
import type { FoundArticle } from '../intake/found.ts';
import type { Schedule } from '../model/schedule.ts';

/** What is rehearsed: the articles at their hours, and the schedules, between two instants. */
export interface RehearsalPlan {
  readonly from: Date;
  readonly to: Date;
  /** In order of `at`. */
  readonly articles: readonly Arrival[];
  readonly schedules: readonly Omit<ScheduleWish, 'channel'>[];
  readonly trouble: boolean;
}

/** An article on its way: it becomes known when it was published, an undated one at the beginning. */
export interface Arrival {
  readonly at: Date;
  readonly origin: string;
  readonly article: FoundArticle;
}

/**
 * The articles of a folder over `days` that end a day after the newest: what is older is known from the beginning.
 * Without a dated article the days end now.
 */
export async function planArrivals(
  folder: string,
  days: number,
): Promise<{ from: Date; to: Date; articles: Arrival[]; problems: string[] }> {
  const { files, problems: unreadable } = await articleFiles(folder);
  const problems = [...unreadable];
  const found: { origin: string; article: FoundArticle }[] = [];
  for (const name of files) {
    const { articles, problems: more } = await readArticleFile(folder, name);
    problems.push(...more);
    found.push(...articles.map((article, index) => ({ origin: `${basename(join(folder, name))} ${index}`, article })));
  }
  const dated = found.flatMap(({ article }) => (article.publishedAt ? [article.publishedAt.getTime()] : []));
  const to = new Date(dated.length > 0 ? dated.reduce((one, other) => Math.max(one, other)) + DAY : Date.now());
  const from = new Date(to.getTime() - days * DAY);
  const articles = found
    .map((each) => ({ ...each, at: new Date(Math.max(each.article.publishedAt?.getTime() ?? 0, from.getTime())) }))
    .sort((one, other) => one.at.getTime() - other.at.getTime());
  return { from, to, articles, problems };
}

export const TROUBLES = {
  stopped: 'Lede is not running',
  permission: 'Lede may not send messages',
  down: 'Discord answers 503',
} as const;

/** Something that goes wrong between two instants. */
export interface Trouble {
  readonly kind: keyof typeof TROUBLES;
  readonly from: Date;
  readonly to: Date;
}

/** A stop that makes a slot late, one that makes a slot no news any more, a lost permission, and an outage. */
export function troublesFor({ expression, zone }: Pick<Schedule, 'expression' | 'zone'>, from: Date): Trouble[] {
  const slots = nextSlots(expression, zone, from, 15);
  const around = (index: number, kind: Trouble['kind'], before: number, after: number): Trouble[] => {
    const slot = slots[index]?.getTime();
    return slot === undefined ? [] : [{ kind, from: new Date(slot - before), to: new Date(slot + after) }];
  };
  return [
    ...around(2, 'stopped', HOUR, 2 * HOUR),
    ...around(6, 'stopped', HOUR, 7 * HOUR),
    ...around(10, 'permission', HOUR, 25 * HOUR),
    ...around(14, 'down', 5 * MINUTE, 40 * MINUTE),
  ];
}
