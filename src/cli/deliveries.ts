import { type Delivered, deliveredRow, deliveriesCard } from '../render/deliveries.ts';
import { drawTerminal } from '../render/terminal.ts';
import { openStore } from '../store/open.ts';
import { newestDeliveries } from '../store/schedules/deliveries.ts';
import { scheduleById } from '../store/schedules/schedules.ts';
import type { Output } from './ask.ts';
import type { Settings } from './database.ts';

/** Shows what was posted, waits, was skipped or failed, the newest slot first, beside a running bot or without one. */
export async function deliveries(
  settings: Settings,
  wish: { readonly schedule?: string | undefined; readonly limit: number },
  output: Output,
): Promise<void> {
  const store = await openStore({ ...settings, file: 'lede.db' });
  try {
    const delivered: Delivered[] = [];
    for (const delivery of await newestDeliveries(store, wish.limit, wish.schedule)) {
      const schedule = await scheduleById(store, delivery.schedule);
      if (schedule) delivered.push({ schedule, delivery });
    }
    if (output.json) for (const each of delivered) output.write(`${JSON.stringify(deliveredRow(each))}\n`);
    else output.write(drawTerminal(deliveriesCard(delivered), output));
  } finally {
    await store.close();
  }
}
