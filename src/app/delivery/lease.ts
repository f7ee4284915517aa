import { messageOf } from '../../base/errors.ts';
import type { Delivery } from '../../model/schedule.ts';
import { renew } from '../../store/schedules/claim.ts';
import type { Delivering } from './delivering.ts';

/** How long a process may go on with a delivery without a word before another process may take it over. */
export const LEASE_MS = 30_000;
const RENEWED_EVERY = LEASE_MS / 3;

/** Does a piece of work on a claimed delivery while its lease is renewed. `held` says whether it is still ours. */
export async function whileLeased<T>(
  { store, clock, log }: Delivering,
  delivery: Delivery,
  work: (held: () => boolean) => Promise<T>,
): Promise<T> {
  const done = new AbortController();
  let until = delivery.leaseUntil?.getTime() ?? 0;
  const renewing = async () => {
    for (;;) {
      await clock.until(new Date(clock.now().getTime() + RENEWED_EVERY), done.signal);
      if (done.signal.aborted) return;
      const now = clock.now();
      // A database that does not answer may come back before the lease has run out.
      const renewed = await renew(store, delivery, now, LEASE_MS).catch((error: unknown) => {
        log.warn(`a lease could not be renewed: ${messageOf(error)}`);
        return undefined;
      });
      if (renewed) until = now.getTime() + LEASE_MS;
      if (renewed === false) until = 0;
    }
  };
  const renewals = renewing();
  try {
    return await work(() => clock.now().getTime() < until);
  } finally {
    done.abort();
    await renewals;
  }
}
