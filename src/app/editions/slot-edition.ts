import { DAY } from '../../base/clock.ts';
import type { Briefing } from '../../model/briefing.ts';
import type { Schedule } from '../../model/schedule.ts';
import type { Window } from '../../store/articles/outlines.ts';
import { scopedTo } from '../../store/scoped.ts';
import type { Store } from '../../store/store.ts';
import { composeEdition } from './editions.ts';
import { downFor } from './feeds-down.ts';
import { toldTo } from './told.ts';
import type { Windows } from './windows.ts';

/** A schedule's edition for a slot: from its last posted slot, the first time from a day before. Whoever shows it stores it first. */
export async function slotEdition(store: Store, schedule: Schedule, slot: Date, windows?: Windows): Promise<Briefing> {
  const { guild, channel, topic, stories, lastPosted } = schedule;
  const from = lastPosted ?? new Date(slot.getTime() - DAY);
  const lateComers = lastPosted !== undefined;
  const told = await toldTo(store, channel, slot);
  const feedsDown = await downFor(store, guild, slot);
  const wish = { scope: guild, topic, from, to: slot, stories, fallBack: false, lateComers, told, feedsDown };
  const heldIn = windows && ((window: Window) => windows(guild, window));
  return composeEdition(scopedTo(store, guild), { ...wish, ...(heldIn && { heldIn }) });
}
