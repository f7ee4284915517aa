import { createHash } from 'node:crypto';
import type { Briefing } from '../../model/briefing.ts';
import type { Schedule } from '../../model/schedule.ts';
import type { View } from '../../model/view.ts';
import { scheduledBrief } from '../../render/brief.ts';
import { drawMessage } from '../../render/message.ts';
import { paginate } from '../../render/pages.ts';
import type { Part } from './courier.ts';

/** The messages of a slot, each with its buttons: the same ones at every try. */
export function partsOf(
  { id, role }: Schedule,
  slot: Date,
  briefing: Briefing,
  late: boolean,
): readonly { readonly part: Part; readonly view: View }[] {
  const card = scheduledBrief(briefing, { late });
  return paginate(card).map(({ index }) => {
    const mark = markOf(`${id} ${slot.getTime()} ${index}`);
    const ask = { command: 'brief', answers: {}, page: index };
    const { components, asks } = drawMessage(card, ask, mark, { turning: false });
    const part = { components, mark, nonce: mark, ...(index === 0 && role && { role }) };
    return { part, view: { id: mark, askedAt: slot.toISOString(), asks } };
  });
}

/** The same for the same thing, whoever sends it: at most 25 characters, as Discord's nonce. */
export const markOf = (of: string): string => createHash('sha256').update(of).digest('hex').slice(0, 24);
