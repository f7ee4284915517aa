import { createHash } from 'node:crypto';
import type { Clock } from '../base/clock.ts';
import { messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import type { Briefing } from '../model/briefing.ts';
import type { Delivery, Schedule } from '../model/schedule.ts';
import { briefCard, quietCard } from '../render/brief.ts';
import { drawMessage } from '../render/message.ts';
import { paginate } from '../render/pages.ts';
import { claim } from '../store/claim.ts';
import { deliveriesOf, fixEdition, openSlot, settle } from '../store/deliveries.ts';
import { scheduleById } from '../store/schedules.ts';
import type { Store } from '../store/store.ts';
import { keepView } from '../store/views.ts';
import { type Courier, type Part, Undeliverable } from './courier.ts';
import { findBriefing } from './editions.ts';
import { slotEdition } from './slot-edition.ts';

export interface Delivering {
  readonly store: Store;
  /** Given once connected. */
  readonly courier: () => Courier;
  readonly clock: Clock;
  readonly log: Log;
  /** When Discord called us ready: what was due before then is late. */
  readonly readySince: () => Date;
}

/** How long a process may work on a delivery before another may take it over. */
export const LEASE_MS = 30_000;
const ATTEMPTS = 5;
const BATCH = 50;
/** A page of an edition more than this is another day's worth. */
const PARTS = 10;
/** Deliveries among which one of just now is looked for. */
const RECENT = 20;

/** Posts every delivery that waits, a batch at a time, until none is left to claim. */
export async function deliverDue(delivering: Delivering): Promise<void> {
  for (;;) {
    const claimed = await claim(delivering.store, delivering.clock.now(), LEASE_MS, BATCH);
    if (claimed.length === 0) return;
    for (const delivery of claimed) await deliver(delivering, delivery);
  }
}

/** Posts an edition of a schedule now, as a slot of its own. */
export async function sendNow(delivering: Delivering, schedule: Schedule, now: Date): Promise<Delivery> {
  const { store } = delivering;
  await openSlot(store, schedule.id, now);
  await deliverDue(delivering);
  const deliveries = await deliveriesOf(store, schedule.id, RECENT);
  const delivery = deliveries.find(({ slot }) => slot.getTime() === now.getTime());
  return (
    delivery ?? { schedule: schedule.id, slot: now, state: 'skipped', reason: 'its schedule was removed', attempts: 0 }
  );
}

/** One delivery from claimed to settled. What may work later stays claimed until its lease ends and is then tried again. */
async function deliver(delivering: Delivering, delivery: Delivery): Promise<Delivery> {
  const { store, log, clock } = delivering;
  const outcome = await attempt(delivering, delivery).catch((error: unknown) => {
    if (error instanceof Undeliverable) return { state: 'failed' as const, reason: error.message };
    log.error(`a briefing could not be posted: ${messageOf(error)}`, { ...delivery, error });
    if (delivery.attempts < ATTEMPTS) return undefined;
    return {
      state: 'failed' as const,
      reason: `it was tried ${delivery.attempts} times, at last: ${messageOf(error)}`,
    };
  });
  if (!outcome) return delivery;
  await settle(store, delivery, { ...outcome, at: clock.now() });
  log.info(`a briefing was ${outcome.state}`, {
    schedule: delivery.schedule,
    slot: delivery.slot.toISOString(),
    ...outcome,
  });
  return { ...delivery, ...outcome };
}

async function attempt(
  delivering: Delivering,
  delivery: Delivery,
): Promise<{ state: 'posted' | 'skipped'; reason?: string }> {
  const { store, courier, readySince } = delivering;
  const schedule = await scheduleById(store, delivery.schedule);
  if (!schedule) return { state: 'skipped', reason: 'its schedule was removed' };
  const briefing = await fixedEdition(store, schedule, delivery);
  const late = delivery.slot < readySince();
  for (const part of partsOf(schedule, delivery.slot, briefing, late)) {
    // After a lost answer or a crash the message may stand there already.
    const posted = delivery.attempts > 1 && (await courier().find(schedule.channel, part.mark, delivery.slot));
    if (posted) continue;
    await keepView(store, { id: part.mark, askedAt: delivery.slot.toISOString(), asks: part.asks });
    await courier().post(schedule.channel, part);
  }
  return { state: 'posted', ...(late && { reason: 'late: Lede was not connected at the time' }) };
}

/** The slot's edition, made before the first message is sent and the same at every further try. */
async function fixedEdition(store: Store, schedule: Schedule, delivery: Delivery): Promise<Briefing> {
  if (delivery.edition) return findBriefing(store, delivery.edition);
  const briefing = await slotEdition(store, schedule, delivery.slot);
  const fixed = await fixEdition(store, delivery, briefing.edition.id);
  return fixed === briefing.edition.id ? briefing : findBriefing(store, fixed);
}

function partsOf(
  schedule: Schedule,
  slot: Date,
  briefing: Briefing,
  late: boolean,
): (Part & { asks: ReturnType<typeof drawMessage>['asks'] })[] {
  const card = briefing.stories.length === 0 ? quietCard(briefing, { late }) : briefCard(briefing, { late });
  return paginate(card)
    .slice(0, PARTS)
    .map(({ index }) => {
      const mark = markOf(schedule.id, slot, index);
      const { components, asks } = drawMessage(card, { command: 'brief', answers: {}, page: index }, mark, {
        turning: false,
      });
      return { components, asks, mark, nonce: mark, ...(index === 0 && schedule.role && { role: schedule.role }) };
    });
}

/** The same for the same part of the same slot, whoever sends it: at most 25 characters, as Discord's nonce. */
function markOf(schedule: string, slot: Date, part: number): string {
  return createHash('sha256').update(`${schedule} ${slot.getTime()} ${part}`).digest('hex').slice(0, 24);
}
