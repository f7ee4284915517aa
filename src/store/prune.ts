import { dropRefusedBefore } from './articles/refusals.ts';
import type { Store } from './store.ts';
import { dropViewsBefore } from './views.ts';

/**
 * Drops what only the buttons of old replies would need: views from before an instant, and editions from before it
 * that no delivery posted; and the notes of slots skipped, and of articles refused, before it.
 * @returns how many views and editions
 */
export async function prune(
  store: Store,
  before: Date,
): Promise<{ readonly views: number; readonly editions: number }> {
  const views = await dropViewsBefore(store, before);
  await dropRefusedBefore(store, before);
  await store.write
    .deleteFrom('deliveries')
    .where('state', '=', 'skipped')
    .where('slot', '<', before.getTime())
    .execute();
  const { numDeletedRows } = await store.write
    .deleteFrom('editions')
    .where('made_at', '<', before.getTime())
    .where('id', 'not in', (eb) => eb.selectFrom('deliveries').select('edition').where('edition', 'is not', null))
    .executeTakeFirstOrThrow();
  return { views, editions: Number(numDeletedRows) };
}
