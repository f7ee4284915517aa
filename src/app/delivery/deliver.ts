import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import pLimit from 'p-limit';
import { messageOf } from '../../base/errors.ts';
import type { Delivery, Schedule } from '../../model/schedule.ts';
import { claim } from '../../store/schedules/claim.ts';
import { deliveryAt, postpone, settle } from '../../store/schedules/deliveries.ts';
import { scheduleById } from '../../store/schedules/schedules.ts';
import { openSlot } from '../../store/schedules/slots.ts';
import { slotEdition } from '../editions/slot-edition.ts';
import { shareWindows } from '../editions/windows.ts';
import { ToldToWait, Undeliverable } from './courier.ts';
import { type Delivering, LONGEST_PAUSE, type Round, STILL_NEWS } from './delivering.ts';
import { LEASE_MS, whileLeased } from './lease.ts';
import { hasMoved, type Posting, postEdition } from './post.ts';
import { suspendSchedule } from './suspension.ts';

/** Deliveries in progress at once: Discord takes a few tenths of a second for each, and some 50 a second of all. */
const AT_ONCE = 32;
/** Enough for fifty a second where the database is milliseconds away. */
const COMPOSED_AT_ONCE = 4;
const SHORTEST_PAUSE = 2_000;
/** How long a stop waits for deliveries in progress: the process must have ended ten seconds after it was asked to. */
const FINISHED_WITHIN = 5_000;

/** Posts every delivery that waits: claims a batch whenever there is room, until nothing is left. */
export async function deliverDue(delivering: Delivering): Promise<void> {
  const { store, clock, stopping } = delivering;
  const round = begin(delivering);
  const working = new Map<Delivery, Promise<void>>();
  const over = new AbortController();
  const stopped = stopping ? [once(stopping, 'abort', { signal: over.signal }).catch(() => {})] : [];
  try {
    while (!stopping?.aborted) {
      const room = AT_ONCE - working.size;
      const claimed = room * 2 > AT_ONCE ? await claim(store, clock.now(), LEASE_MS, room) : [];
      for (const delivery of claimed) {
        working.set(
          delivery,
          deliver(round, delivery).finally(() => working.delete(delivery)),
        );
      }
      if (working.size === 0) break;
      await Promise.race([...working.values(), ...stopped]);
    }
  } finally {
    // Also where the database fails: what is on its way is finished, or given back at a stop.
    const done = Promise.all(working.values()).then(() => over.abort());
    await Promise.race([done, ...stopped]);
    if (stopping?.aborted) await Promise.race([done, giveBack(delivering, working, over.signal)]);
  }
}

/** What the deliveries of a round share: their windows, and the right to ask the database, before whom others wait too. */
function begin(delivering: Delivering): Round {
  const { store } = delivering;
  const windows = shareWindows(store);
  const limited = pLimit(COMPOSED_AT_ONCE);
  const compose: Round['compose'] = (schedule, slot) =>
    limited(async () => {
      // On SQLite an edition is composed in one go: between two, whoever asks meanwhile is answered.
      await setImmediate();
      return slotEdition(store, schedule, slot, windows);
    });
  return { ...delivering, compose };
}

/** Where Discord keeps us from finishing before we must end, another process goes on at once: it looks for what stands. */
async function giveBack(
  { store, clock }: Delivering,
  working: ReadonlyMap<Delivery, unknown>,
  over: AbortSignal,
): Promise<void> {
  await clock.until(new Date(clock.now().getTime() + FINISHED_WITHIN), over);
  for (const delivery of working.keys()) await postpone(store, delivery, { dueAt: clock.now() });
}

/** Posts an edition of a schedule now, as a slot of its own. @returns how far it has come */
export async function sendNow(delivering: Delivering, schedule: Schedule, now: Date): Promise<Delivery> {
  const { store } = delivering;
  await openSlot(store, schedule.id, now);
  await deliverDue(delivering);
  const removed = { schedule: schedule.id, slot: now, state: 'skipped', reason: REMOVED, attempts: 0 } as const;
  return (await deliveryAt(store, schedule.id, now)) ?? removed;
}

const REMOVED = 'its schedule was removed';

/** What comes of a try: its end, or when to try again. */
type Outcome =
  | Posting
  | { readonly state: 'skipped' | 'failed'; readonly reason: string }
  | { readonly state: 'pending'; readonly dueAt: Date; readonly reason?: string | undefined };

/** One delivery from claimed to settled, or given back to be tried again later. Never rejects. */
async function deliver(round: Round, delivery: Delivery): Promise<void> {
  const { store, log, clock } = round;
  const facts = { schedule: delivery.schedule, slot: delivery.slot.toISOString(), attempt: delivery.attempts };
  try {
    const outcome = await whileLeased(round, delivery, (held) => attempt(round, delivery, held));
    const ours =
      outcome &&
      (outcome.state === 'pending'
        ? await postpone(store, delivery, outcome)
        : await settle(store, delivery, { ...outcome, at: clock.now() }));
    if (ours)
      log.info(outcome.state === 'pending' ? 'a briefing waits' : `a briefing was ${outcome.state}`, {
        ...facts,
        ...outcome,
      });
    else log.warn('a delivery was taken over, or its schedule removed, while it was worked on', facts);
  } catch (error) {
    // Its lease runs out, and it is tried again.
    log.error(`a delivery could not be settled: ${messageOf(error)}`, { ...facts, error });
  }
}

/** @returns nothing where the delivery is not ours any more */
async function attempt(round: Round, delivery: Delivery, held: () => boolean): Promise<Outcome | undefined> {
  const schedule = await scheduleById(round.store, delivery.schedule);
  if (!schedule) return { state: 'skipped', reason: REMOVED };
  if (schedule.state !== 'active') return { state: 'skipped', reason: `the schedule is ${schedule.state}` };
  try {
    return await postEdition(round, schedule, delivery, held);
  } catch (error) {
    if (!(error instanceof Undeliverable)) return afterFailure(round, delivery, error);
    // It is the edition's channel that is lost.
    if (!hasMoved(schedule, delivery)) await suspendSchedule(round, schedule, error.message);
    return { state: 'failed', reason: error.message };
  }
}

/** What may work later is tried again, after ever longer pauses, while it is still news. */
function afterFailure({ clock, log }: Delivering, delivery: Delivery, error: unknown): Outcome {
  const now = clock.now().getTime();
  const reason = messageOf(error);
  const pause = error instanceof ToldToWait ? error.wait : pauseAfter(now - (delivery.fixedAt?.getTime() ?? now));
  const dueAt = new Date(now + pause);
  if (dueAt.getTime() - delivery.slot.getTime() > STILL_NEWS) {
    return { state: 'failed', reason: `it was tried for six hours, at last: ${reason}` };
  }
  log.warn(`a briefing could not be posted: ${reason}`, { schedule: delivery.schedule, error });
  return { state: 'pending', dueAt, reason };
}

/** Half as long as it has been tried already. */
const pauseAfter = (tried: number): number => Math.min(Math.max(tried / 2, SHORTEST_PAUSE), LONGEST_PAUSE);
