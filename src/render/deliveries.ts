import type { Delivery, Schedule } from '../model/schedule.ts';
import type { Card } from './card.ts';
import { deliveryLine, scheduleLine } from './schedule.ts';

export interface Delivered {
  readonly schedule: Schedule;
  readonly delivery: Delivery;
}

/** The newest deliveries of every server, for whoever hosts Lede. */
export function deliveriesCard(delivered: readonly Delivered[]): Card {
  return {
    head: [{ title: ['Deliveries'] }, ...(delivered.length === 0 ? [{ text: ['None yet.'] }] : [])],
    entries: delivered.map(({ schedule, delivery }) => ({
      blocks: [
        { text: deliveryLine(delivery) },
        { small: [schedule.id, ' · server ', schedule.guild, ' · ', ...scheduleLine(schedule)] },
      ],
    })),
    foot: [],
    perPage: 25,
  };
}

export const deliveredRow = ({ schedule, delivery }: Delivered): object => ({
  ...delivery,
  guild: schedule.guild,
  channel: schedule.channel,
  scheduleState: schedule.state,
});
