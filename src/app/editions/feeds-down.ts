import type { Edition } from '../../model/edition.ts';
import { feedsDown } from '../../store/feeds/audiences.ts';
import type { Store } from '../../store/store.ts';

/** What a receipt says of the feeds a server reads that give nothing any more. Without a server: the common ones. */
export async function downFor(
  store: Store,
  guild: string | undefined,
  now: Date,
): Promise<Edition['receipt']['feedsDown']> {
  const feeds = await feedsDown(store, guild);
  return feeds.map(({ title, url, failingSince = now }) => ({
    title: title ?? url,
    since: failingSince.toISOString(),
  }));
}
