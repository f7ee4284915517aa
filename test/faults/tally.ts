import { MessageFlags } from 'discord.js';
import { partsOf } from '../../src/app/delivery/parts.ts';
import { findBriefing } from '../../src/app/editions/briefings.ts';
import type { StandIn } from '../../src/standin/standin.ts';
import { deliveriesOf } from '../../src/store/schedules/deliveries.ts';
import { scheduleById } from '../../src/store/schedules/schedules.ts';
import type { Store } from '../../src/store/store.ts';

export interface Tally {
  readonly deliveries: number;
  /** Messages that should stand. */
  readonly messages: number;
  readonly lost: number;
  readonly doubled: number;
  /** Messages of announcement channels that were not passed on. */
  readonly keptBack: number;
}

/** Compares what stands in every channel with what the editions say should stand there, message by message. */
export async function tally(store: Store, discord: StandIn): Promise<Tally> {
  const sum = { deliveries: 0, messages: 0, lost: 0, doubled: 0, keptBack: 0 };
  const schedules = await store.read.selectFrom('schedules').select('id').execute();
  for (const { id } of schedules) {
    const schedule = await scheduleById(store, id);
    for (const delivery of await deliveriesOf(store, id, 1_000)) {
      if (!schedule || delivery.state === 'skipped') continue;
      sum.deliveries += 1;
      if (!delivery.edition) {
        sum.lost += 1;
        continue;
      }
      const briefing = await findBriefing(store, delivery.edition);
      const standing = discord.messages(schedule.channel);
      for (const { part } of partsOf(schedule, delivery.slot, briefing, delivery.late ?? false)) {
        const ours = standing.filter(({ components }) => JSON.stringify(components).includes(`"${part.mark}:`));
        sum.messages += 1;
        if (ours.length === 0) sum.lost += 1;
        sum.doubled += Math.max(0, ours.length - 1);
        const passedOn = ours.some(({ flags = 0 }) => flags & MessageFlags.Crossposted);
        if (schedule.kind === 'announcement' && !passedOn) sum.keptBack += 1;
      }
    }
  }
  return sum;
}

/** What is still to be posted or opened, with what keeps it. */
export async function waiting({ read }: Store): Promise<string[]> {
  const due = await read.selectFrom('schedules').select('id').where('next_slot', '<=', Date.now()).execute();
  const open = await read.selectFrom('deliveries').selectAll().where('state', 'in', ['pending', 'claimed']).execute();
  return [
    ...due.map(({ id }) => `${id} is due`),
    ...open.map(({ schedule, state, attempts, reason, messages, due_at }) => {
      const wait = due_at === null ? 0 : Math.round((due_at - Date.now()) / 1_000);
      return `${schedule} is ${state} after ${attempts} tries, for ${wait} s: ${reason ?? ''} ${messages ?? ''}`;
    }),
  ];
}
