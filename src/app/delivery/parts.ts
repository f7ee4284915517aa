import { createHash } from 'node:crypto';
import type { Briefing } from '../../model/briefing.ts';
import type { Schedule } from '../../model/schedule.ts';
import type { View } from '../../model/view.ts';
import { scheduledBrief } from '../../render/brief.ts';
import { drawMessages } from '../../render/message.ts';
import type { Part } from './courier.ts';

/** The messages of a slot, each with its buttons: the same ones at every try. */
export function partsOf(
  { id, role }: Schedule,
  slot: Date,
  briefing: Briefing,
  late: boolean,
): readonly { readonly part: Part; readonly view: View }[] {
  const card = scheduledBrief(briefing, { late });
  const viewOf = (page: number) => markOf(`${id} ${slot.getTime()} ${page}`);
  return drawMessages(card, { command: 'brief', answers: {}, page: 0 }, viewOf).map(({ components, asks }, page) => {
    const mark = viewOf(page);
    const part = { components, mark, nonce: mark, ...(page === 0 && role && { role }) };
    return { part, view: { id: mark, askedAt: slot.toISOString(), asks } };
  });
}

/** The same for the same thing, whoever sends it: at most 25 characters, as Discord's nonce. */
export const markOf = (of: string): string => createHash('sha256').update(of).digest('hex').slice(0, 24);
