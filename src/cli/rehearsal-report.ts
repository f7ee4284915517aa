import { clip, LIMITS } from '../render/limits.ts';
import type { ShownMessage } from '../standin/messages/shown.ts';
import { editionById } from '../store/editions.ts';
import { deliveriesOf } from '../store/schedules/deliveries.ts';
import type { Rehearsed } from './rehearsal.ts';
import { TROUBLES } from './rehearsal-plan.ts';

export interface RehearsalReport {
  readonly from: string;
  readonly to: string;
  readonly articles: number;
  readonly schedules: readonly {
    readonly id: string;
    readonly channel: string;
    readonly rule: string;
    readonly zone: string;
  }[];
  readonly troubles: readonly { readonly what: string; readonly from: string; readonly to: string }[];
  /** Every slot, in order of time. */
  readonly slots: readonly SlotReport[];
  /** Messages told to managers. */
  readonly notices: readonly { readonly at: string; readonly text: string }[];
  readonly warnings: readonly string[];
  readonly totals: Readonly<Record<'posted' | 'late' | 'skipped' | 'failed' | 'messages' | 'nearLimits', number>>;
}

export interface SlotReport {
  readonly slot: string;
  readonly schedule: string;
  readonly channel: string;
  readonly zone: string;
  readonly state: string;
  readonly late: boolean;
  readonly reason?: string;
  readonly attempts: number;
  readonly receipt?: { readonly read: number; readonly stories: number; readonly shown: number };
  readonly messages: readonly MessageReport[];
  /** Limits of Discord's that are four fifths used up, in words. */
  readonly near: readonly string[];
}

interface MessageReport {
  readonly at: string;
  readonly characters: number;
  readonly components: number;
  /** The words of the message as they were sent, in Discord's Markdown. */
  readonly text: string;
}

/** Nearer than this share to a limit is near. */
const NEAR = 0.8;
/** Posts that Discord takes in one channel within five seconds. */
const BURST = 5;
const ALL = 10_000;
const LONGEST_NOTICE = 500;

export async function reportOf(
  { store, standIn, schedules, troubles, warnings }: Rehearsed,
  period: { readonly from: Date; readonly to: Date; readonly articles: number },
): Promise<RehearsalReport> {
  const slots: SlotReport[] = [];
  for (const schedule of schedules) {
    const channel = standIn.world.channel(schedule.channel)?.name ?? schedule.channel;
    const shown = new Map(standIn.messages(schedule.channel).map((message) => [message.id, messageReport(message)]));
    for (const delivery of await deliveriesOf(store, schedule.id, ALL)) {
      const messages = (delivery.messages ?? []).flatMap((id) => shown.get(id) ?? []);
      const edition = delivery.edition === undefined ? undefined : await editionById(store, delivery.edition);
      const { read, stories, shown: told } = edition?.receipt ?? {};
      slots.push({
        slot: delivery.slot.toISOString(),
        schedule: schedule.id,
        channel,
        zone: schedule.zone,
        state: delivery.state,
        late: delivery.late === true,
        ...(delivery.reason !== undefined && { reason: delivery.reason }),
        attempts: delivery.attempts,
        ...(read !== undefined &&
          stories !== undefined &&
          told !== undefined && { receipt: { read, stories, shown: told } }),
        messages,
        near: nearLimits(messages),
      });
    }
  }
  slots.sort((one, other) => one.slot.localeCompare(other.slot));
  const count = (counts: (slot: SlotReport) => boolean) => slots.filter(counts).length;
  return {
    from: period.from.toISOString(),
    to: period.to.toISOString(),
    articles: period.articles,
    schedules: schedules.map(({ id, channel, expression, zone }) => ({
      id,
      channel: standIn.world.channel(channel)?.name ?? channel,
      rule: expression,
      zone,
    })),
    troubles: troubles.map(({ kind, from, to }) => ({
      what: TROUBLES[kind],
      from: from.toISOString(),
      to: to.toISOString(),
    })),
    slots,
    notices: noticesIn(standIn),
    warnings,
    totals: {
      posted: count(({ state }) => state === 'posted'),
      late: count(({ late, state }) => late && state === 'posted'),
      skipped: count(({ state }) => state === 'skipped'),
      failed: count(({ state }) => state === 'failed'),
      messages: slots.reduce((all, { messages }) => all + messages.length, 0),
      nearLimits: count(({ near }) => near.length > 0),
    },
  };
}

/** What the manager was told in direct messages. */
function noticesIn(standIn: Rehearsed['standIn']): RehearsalReport['notices'] {
  const direct = standIn.world.channels.filter(({ recipient }) => recipient !== undefined);
  return direct.flatMap(({ id }) =>
    standIn.messages(id).map((message) => {
      const { at, text } = messageReport(message);
      return { at, text: clip(text, LONGEST_NOTICE) };
    }),
  );
}

function messageReport(message: ShownMessage): MessageReport {
  const parts = partsIn(message.components ?? []);
  const texts = parts.flatMap(({ content }) => content ?? []);
  return {
    at: message.timestamp,
    characters: texts.reduce((all, { length }) => all + length, 0),
    components: parts.length,
    text: texts.join('\n'),
  };
}

interface Part {
  readonly content?: string;
  readonly components?: readonly unknown[];
  readonly accessory?: unknown;
}

const partsIn = (components: readonly unknown[]): Part[] =>
  (components as readonly Part[]).flatMap((part) => [
    part,
    ...partsIn(part.components ?? []),
    ...partsIn(part.accessory ? [part.accessory] : []),
  ]);

function nearLimits(messages: readonly MessageReport[]): string[] {
  const near = messages.flatMap(({ characters, components }, index) => {
    const which = messages.length > 1 ? ` in message ${index + 1}` : '';
    return [
      ...(characters > NEAR * LIMITS.text ? [`${characters} of ${LIMITS.text} characters${which}`] : []),
      ...(components > NEAR * LIMITS.components ? [`${components} of ${LIMITS.components} components${which}`] : []),
    ];
  });
  return messages.length >= NEAR * BURST ? [...near, `${messages.length} messages, of ${BURST} in five seconds`] : near;
}
