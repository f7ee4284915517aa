import { messageOf } from '../../base/errors.ts';
import type { Delivery, Schedule } from '../../model/schedule.ts';
import { count } from '../../render/count.ts';
import { fixDelivery, noteProgress, type Progress } from '../../store/schedules/deliveries.ts';
import { findBriefing } from '../editions/briefings.ts';
import { type Part, ToldToWait, Undeliverable } from './courier.ts';
import { type Delivering, LONGEST_PAUSE, type Round, STILL_NEWS } from './delivering.ts';
import { partsOf } from './parts.ts';

/** What came of it: with nothing to tell, a quiet day is posted only where no feed is down. */
export type Posting = ({ readonly state: 'posted' } & Posted) | { readonly state: 'skipped'; readonly reason: string };

interface Posted {
  readonly progress: Progress;
  /** What is to be said of it. */
  readonly reason?: string | undefined;
}

const LATE = 'late: Lede was not connected at the time';

/** Posts what of a slot's edition does not stand yet. @returns nothing where the delivery is not ours any more */
export async function postEdition(
  round: Round,
  schedule: Schedule,
  delivery: Delivery,
  held: () => boolean,
): Promise<Posting | undefined> {
  const { store, courier } = round;
  const fixed = await fixedParts(round, schedule, delivery);
  if (!fixed || 'state' in fixed) return fixed;
  const { messages = [], passedOn = 0, fixedAt, channel = schedule.channel } = delivery;
  const standing = [...messages];
  for (const part of fixed.parts.slice(standing.length)) {
    if (!held()) return undefined;
    // After a lost answer or a crash the message may stand there already.
    const again = delivery.attempts > 1 && fixedAt;
    const found = again ? await courier().find(channel, part.mark, fixedAt) : undefined;
    standing.push(found ?? (await courier().post(channel, part)));
    const progress = { messages: standing, passedOn };
    if (standing.length < fixed.parts.length && !(await noteProgress(store, delivery, progress))) return undefined;
  }
  const posted = { messages: standing, passedOn };
  const late = fixed.late ? LATE : undefined;
  if (schedule.kind !== 'announcement') return { state: 'posted', progress: posted, reason: late };
  const { progress, reason } = await passOn(round, schedule, delivery, posted);
  return { state: 'posted', progress, reason: [late, reason].filter(Boolean).join('; ') || undefined };
}

/**
 * The messages of a slot: its edition and whether it is called late are settled before the first is sent, so that they
 * are the same at every further try. @returns nothing where the delivery is not ours any more
 */
async function fixedParts(
  { store, clock, readySince, compose }: Round,
  schedule: Schedule,
  delivery: Delivery,
): Promise<{ readonly parts: readonly Part[]; readonly late: boolean } | Posting | undefined> {
  const { slot, edition } = delivery;
  if (edition) {
    const late = delivery.late ?? false;
    return { parts: partsOf(schedule, slot, await findBriefing(store, edition), late).map(({ part }) => part), late };
  }
  const late = slot < readySince();
  const briefing = await compose(schedule, slot);
  const { feedsDown } = briefing.edition.receipt;
  if (briefing.stories.length === 0 && feedsDown.length > 0) {
    return {
      state: 'skipped',
      reason: `nothing new came in, and ${count(feedsDown.length, 'feed')} could not be read`,
    };
  }
  const drawn = partsOf(schedule, slot, briefing, late);
  const views = drawn.map(({ view }) => view);
  const fixed = await fixDelivery(store, delivery, {
    edition: briefing.edition,
    channel: schedule.channel,
    late,
    at: clock.now(),
    views,
  });
  return fixed ? { parts: drawn.map(({ part }) => part), late } : undefined;
}

/** Whether the schedule has another channel by now than the one its edition was fixed for. */
export const hasMoved = (schedule: Schedule, { channel = schedule.channel }: Delivery): boolean =>
  channel !== schedule.channel;

/**
 * Passes the messages on to the channels that follow this one. Discord lets a channel do so ten times an hour: the rest
 * waits its turn. Where it cannot be done, that is said; the messages stand all the same.
 */
async function passOn(
  { store, courier, clock }: Delivering,
  schedule: Schedule,
  delivery: Delivery,
  { messages, passedOn }: Progress,
): Promise<Posted> {
  let done = passedOn;
  if (hasMoved(schedule, delivery)) {
    return { progress: { messages, passedOn }, reason: 'not passed on: the schedule has another channel now' };
  }
  try {
    for (const message of messages.slice(done)) {
      await courier().publish(schedule.channel, message);
      done += 1;
      // Noted one by one: passing on what was passed on already counts against the ten as well.
      await noteProgress(store, delivery, { messages, passedOn: done });
    }
    return { progress: { messages, passedOn: done } };
  } catch (error) {
    const progress = { messages, passedOn: done };
    const again = clock.now().getTime() + (error instanceof ToldToWait ? error.wait : LONGEST_PAUSE);
    if (!(error instanceof Undeliverable) && again - delivery.slot.getTime() < STILL_NEWS) {
      await noteProgress(store, delivery, progress);
      throw error;
    }
    return { progress, reason: `not passed on to the channels that follow: ${messageOf(error)}` };
  }
}
