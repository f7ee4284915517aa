import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../base/errors.ts';
import { openStore } from '../store/open.ts';
import { activeSchedules } from '../store/schedules/schedules.ts';
import type { Settings } from './database.ts';
import { openProgress } from './progress.ts';
import { rehearse } from './rehearsal.ts';
import { rehearsalPage } from './rehearsal-page.ts';
import { planArrivals, type RehearsalPlan } from './rehearsal-plan.ts';
import { reportOf } from './rehearsal-report.ts';

interface Wish {
  readonly days: number;
  /** Wall-clock times to brief at; without any, the bot's own schedules. */
  readonly at: readonly string[];
  readonly on?: string;
  readonly zone?: string;
  readonly topic?: string;
  readonly stories?: number;
  readonly trouble: boolean;
  /** The folder for the report. */
  readonly out: string;
}

/** `lede simulate`: plays the schedules over the days of the articles, and writes down what would have been posted. */
export async function simulate(settings: Settings, wish: Wish, say: (line: string) => void): Promise<void> {
  if (wish.days < 1 || wish.days > MOST_DAYS) throw new UserError(`--days takes 1 to ${MOST_DAYS}.`);
  const begun = Date.now();
  const { from, to, articles, problems } = await planArrivals(settings.articles, wish.days);
  for (const problem of problems) say(problem);
  if (articles.length === 0)
    throw new UserError(`There is no article in ${settings.articles}: name a folder with --articles.`);
  const schedules = await schedulesFor(settings, wish);
  const plan = { from, to, articles, schedules, trouble: wish.trouble };

  const bar = openProgress(process.stderr);
  const show = (now: Date) => {
    const share = (now.getTime() - from.getTime()) / (to.getTime() - from.getTime());
    bar.show(share, `day ${Math.min(wish.days, Math.floor(share * wish.days) + 1)} of ${wish.days}`);
  };
  const period = { from, to, articles: articles.length };
  const report = await rehearse(plan, show, (rehearsed) => reportOf(rehearsed, period)).finally(() => bar.end());

  const folder = resolve(wish.out);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'rehearsal.json'), `${JSON.stringify(report, undefined, 2)}\n`);
  writeFileSync(join(folder, 'rehearsal.html'), await rehearsalPage(report));
  const { posted, late, skipped, failed, messages, nearLimits } = report.totals;
  say(
    `${wish.days} days in ${((Date.now() - begun) / 1000).toFixed(1)} s: ${posted} briefings posted in ${messages} messages (${late} late), ${skipped} skipped, ${failed} failed, ${nearLimits} near a limit.`,
  );
  say(`Read ${join(folder, 'rehearsal.html')}, or rehearsal.json beside it.`);
}

const MOST_DAYS = 366;
const USUAL = '07:00';

async function schedulesFor(
  settings: Settings,
  { at, on, zone, topic, stories }: Wish,
): Promise<RehearsalPlan['schedules']> {
  const common = { zone: zone ?? settings.timeZone, days: on, topic, stories };
  if (at.length > 0) return at.map((time) => ({ ...common, time }));
  const own = await ownSchedules(settings);
  return own.length > 0 ? own : [{ ...common, time: USUAL }];
}

/** Those of the bot that is set up here, if it has any. */
async function ownSchedules({ databaseUrl, dataDir }: Settings): Promise<RehearsalPlan['schedules']> {
  if (!databaseUrl && !existsSync(join(dataDir, 'lede.db'))) return [];
  const store = await openStore({ databaseUrl, dataDir, file: 'lede.db' });
  try {
    return (await activeSchedules(store, MOST)).map(({ expression: cron, zone, topic, stories }) => ({
      cron,
      zone,
      topic,
      stories,
    }));
  } finally {
    await store.close();
  }
}

/** As many as one server may have. */
const MOST = 50;
