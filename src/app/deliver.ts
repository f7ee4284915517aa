import { createHash } from 'node:crypto';
import { type Clock, HOUR } from '../base/clock.ts';
import { messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import type { Briefing } from '../model/briefing.ts';
import type { Delivery, Schedule } from '../model/schedule.ts';
import { briefCard, quietCard } from '../render/brief.ts';
import { drawMessage } from '../render/message.ts';
import { paginate } from '../render/pages.ts';
import { claim, renew } from '../store/claim.ts';
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
  /** Aborted when the bot is to stop: the delivery at hand is finished, no other begun. */
  readonly stopping?: AbortSignal;
}

/** How long a process may work on one message of a delivery before another process may take the delivery over. */
export const LEASE_MS = 30_000;
/** A briefing missed or kept from its channel for longer than this is no news any more. */
export const STILL_NEWS = 6 * HOUR;
const LATE = 'late: Lede was not connected at the time';
/** Deliveries among which one of just now is looked for. */
const RECENT = 20;

/** Posts every delivery that waits, one after another: what is claimed is worked on at once, within its lease. */
export async function deliverDue(delivering: Delivering): Promise<void> {
  while (!delivering.stopping?.aborted) {
    const [delivery] = await claim(delivering.store, delivering.clock.now(), LEASE_MS, 1);
    if (!delivery) return;
    await deliver(delivering, delivery);
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
    if (clock.now().getTime() - delivery.slot.getTime() < STILL_NEWS) return undefined;
    return { state: 'failed' as const, reason: `it was tried for six hours, at last: ${messageOf(error)}` };
  });
  if (!outcome) return delivery;
  if (!(await settle(store, delivery, { ...outcome, at: clock.now() }))) {
    log.warn('a delivery was taken over, or its schedule removed, while it was worked on', { ...delivery });
    return delivery;
  }
  log.info(`a briefing was ${outcome.state}`, {
    schedule: delivery.schedule,
    slot: delivery.slot.toISOString(),
    ...outcome,
  });
  return { ...delivery, ...outcome };
}

type Attempted = { readonly state: 'posted' | 'skipped'; readonly reason?: string };

/** @returns nothing where another process has taken the delivery over */
async function attempt(delivering: Delivering, delivery: Delivery): Promise<Attempted | undefined> {
  const { store, courier, clock } = delivering;
  const schedule = await scheduleById(store, delivery.schedule);
  if (!schedule) return { state: 'skipped', reason: 'its schedule was removed' };
  const { briefing, late } = await fixed(delivering, schedule, delivery);
  for (const part of partsOf(schedule, delivery.slot, briefing, late)) {
    if (!(await renew(store, delivery, clock.now(), LEASE_MS))) return undefined;
    // After a lost answer or a crash the message may stand there already.
    const posted = delivery.attempts > 1 && (await courier().find(schedule.channel, part.mark, delivery.slot));
    if (posted) continue;
    await keepView(store, { id: part.mark, askedAt: delivery.slot.toISOString(), asks: part.asks });
    await courier().post(schedule.channel, part);
  }
  return { state: 'posted', ...(late && { reason: LATE }) };
}

/**
 * The slot's edition, and whether it is called late: settled before the first message is sent and the same at every
 * further try, so that its pages are the same too.
 */
async function fixed(
  { store, readySince }: Delivering,
  schedule: Schedule,
  delivery: Delivery,
): Promise<{ readonly briefing: Briefing; readonly late: boolean }> {
  if (delivery.edition) {
    return { briefing: await findBriefing(store, delivery.edition), late: delivery.reason === LATE };
  }
  const late = delivery.slot < readySince();
  const briefing = await slotEdition(store, schedule, delivery.slot);
  const edition = await fixEdition(store, delivery, briefing.edition.id, late ? LATE : undefined);
  return { briefing: edition === briefing.edition.id ? briefing : await findBriefing(store, edition), late };
}

function partsOf(
  schedule: Schedule,
  slot: Date,
  briefing: Briefing,
  late: boolean,
): (Part & { asks: ReturnType<typeof drawMessage>['asks'] })[] {
  const card = briefing.stories.length === 0 ? quietCard(briefing, { late }) : briefCard(briefing, { late });
  return paginate(card).map(({ index }) => {
    const mark = markOf(schedule.id, slot, index);
    const ask = { command: 'brief', answers: {}, page: index };
    const { components, asks } = drawMessage(card, ask, mark, { turning: false });
    return { components, asks, mark, nonce: mark, ...(index === 0 && schedule.role && { role: schedule.role }) };
  });
}

/** The same for the same part of the same slot, whoever sends it: at most 25 characters, as Discord's nonce. */
function markOf(schedule: string, slot: Date, part: number): string {
  return createHash('sha256').update(`${schedule} ${slot.getTime()} ${part}`).digest('hex').slice(0, 24);
}
