import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Delivering } from '../app/delivery/delivering.ts';
import { tick } from '../app/delivery/due.ts';
import { lookAfterSuspended } from '../app/delivery/suspension.ts';
import { takeIn } from '../app/ingest/ingest.ts';
import { openNewsroom } from '../app/newsroom/open-newsroom.ts';
import { openTimetable } from '../app/schedules/timetable.ts';
import { readHere } from '../app/threads/reader.ts';
import { MINUTE } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import { MovableClock } from '../base/movable-clock.ts';
import { connect, makeClient } from '../discord/client.ts';
import { openCourier } from '../discord/courier.ts';
import type { Schedule } from '../model/schedule.ts';
import { StandIn } from '../standin/standin.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { type RehearsalPlan, type Trouble, troublesFor } from './rehearsal-plan.ts';

/** What stands at the end of a rehearsal, to be reported. */
export interface Rehearsed {
  readonly store: Store;
  readonly standIn: StandIn;
  readonly schedules: readonly Schedule[];
  readonly troubles: readonly Trouble[];
  /** What Lede warned of. */
  readonly warnings: readonly string[];
}

const CHANNEL = 'news';
const TOKEN = `${'r'.repeat(24)}.${'r'.repeat(6)}.${'r'.repeat(38)}`;

/** Plays the plan through on a clock and a database of its own, then lets the caller look at what came of it. */
export async function rehearse<T>(
  plan: RehearsalPlan,
  progress: (now: Date) => void,
  look: (rehearsed: Rehearsed) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'lede-rehearsal-'));
  const clock = new MovableClock(plan.from.getTime() - Date.now());
  const store = await openStore({ dataDir: folder, file: 'rehearsal.db' });
  const standIn = await StandIn.start({ now: () => clock.now().getTime(), rateLimits: 'off' });
  const warnings: string[] = [];
  const warn: Log['warn'] = (message) => void warnings.push(`${clock.now().toISOString()} ${message}`);
  const log: Log = { debug: () => {}, info: () => {}, warn, error: warn };
  const settings = { token: TOKEN, apiUrl: standIn.api, shards: 'auto' } as const;
  const client = makeClient(settings, log);
  try {
    const courier = openCourier(await connect(client, settings, log));
    let ready = plan.from;
    const delivering: Delivering = { store, clock, log, courier: () => courier, readySince: () => ready };
    const schedules = await addSchedules(delivering, standIn, plan);
    const troubles = plan.trouble && schedules[0] ? troublesFor(schedules[0], plan.from) : [];
    const restarted = (at: Date) => {
      ready = at;
    };
    await playThrough({ delivering, standIn, plan, troubles, progress, restarted }, clock);
    return await look({ store, standIn, schedules, troubles, warnings });
  } finally {
    await client.destroy();
    await standIn.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function addSchedules(delivering: Delivering, { world }: StandIn, plan: RehearsalPlan): Promise<Schedule[]> {
  const guild = world.guild();
  if (!guild) throw new Error('The stand-in has no server.');
  const asker = { guild: guild.id, member: guild.ownerId, manager: true, locale: 'en-US' };
  const desk = openNewsroom({ delivering, timeZone: 'UTC' })(asker).schedules;
  const schedules: Schedule[] = [];
  for (const [index, wish] of plan.schedules.entries()) {
    const channel = index === 0 ? world.channel(CHANNEL) : world.addChannel({ name: `${CHANNEL}-${index + 1}` });
    if (!channel) throw new Error(`The stand-in has no #${CHANNEL}.`);
    schedules.push((await desk.add({ ...wish, channel: channel.id })).schedule);
  }
  return schedules;
}

interface Play {
  readonly delivering: Delivering;
  readonly standIn: StandIn;
  readonly plan: RehearsalPlan;
  readonly troubles: readonly Trouble[];
  readonly progress: (now: Date) => void;
  restarted(at: Date): void;
}

/** From one instant at which something happens to the next: an article, a slot, a try anew, a trouble. */
async function playThrough({ delivering, standIn, plan, troubles, progress, restarted }: Play, clock: MovableClock) {
  const { store, log } = delivering;
  const timetable = openTimetable(store);
  const intake = { store, reader: readHere(), clock, log };
  const edges = troubles.flatMap(({ from, to }) => [from, to]);
  const during = (kind: Trouble['kind'], at: Date) =>
    troubles.some((trouble) => trouble.kind === kind && trouble.from <= at && at < trouble.to);
  let arrived = 0;
  let stopped = false;
  for (let at = plan.from; at < plan.to; ) {
    clock.moveTo(at);
    progress(at);
    applyTroubles(standIn, (kind) => during(kind, at));
    if (stopped && !during('stopped', at)) restarted(at);
    stopped = during('stopped', at);
    // Articles are read when Lede is there to read them.
    for (let next = plan.articles[arrived]; !stopped && next && next.at <= at; next = plan.articles[arrived]) {
      await takeIn(intake, { origin: next.origin, articles: [next.article] });
      arrived += 1;
    }
    if (!stopped) {
      await lookAfterSuspended(delivering);
      await tick(delivering);
    }
    const due = stopped ? undefined : await timetable.next();
    const coming = [
      due,
      stopped ? undefined : plan.articles[arrived]?.at,
      ...edges.filter((edge) => edge > at),
      plan.to,
    ];
    const next = coming.flatMap((instant) => instant?.getTime() ?? []).reduce((one, other) => Math.min(one, other));
    // What is due and not done yet is looked at again a minute later, as the bot does.
    at = new Date(next > at.getTime() ? next : at.getTime() + MINUTE);
  }
}

function applyTroubles({ trouble, world }: StandIn, on: (kind: Trouble['kind']) => boolean): void {
  trouble.fate = () => (on('down') ? 'refused' : 'answered');
  const denied = on('permission') ? { deny: SEND } : {};
  for (const { id, overwrites } of world.channelsOf(world.guild()?.id ?? '')) {
    if (on('permission') !== overwrites.length > 0) world.setOverwrite(id, world.bot.id, denied);
  }
}

/** Discord's bit for Send Messages. */
const SEND = 1n << 11n;
