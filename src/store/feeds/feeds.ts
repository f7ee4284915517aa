import { createHash } from 'node:crypto';
import type { Selectable, Updateable } from 'kysely';
import type { KnownFeed } from '../../model/feed.ts';
import type { Store } from '../store.ts';
import type { Tables } from '../tables.ts';

/** 12 hexadecimal digits, the same for the same address. */
export const feedId = (url: string): string => createHash('sha256').update(url).digest('hex').slice(0, 12);

/** Makes a feed known, to be refreshed at once; one that is known stays as it is. @returns its id */
export async function addFeed(
  { write }: Store,
  feed: { url: string; title?: string | undefined },
  now: Date,
): Promise<string> {
  const id = feedId(feed.url);
  await write
    .insertInto('feeds')
    .values({ id, url: feed.url, title: feed.title ?? null, common: 0, next_at: now.getTime(), failures: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return id;
}

export async function feedById({ read }: Store, id: string): Promise<KnownFeed | undefined> {
  const row = await read.selectFrom('feeds').selectAll().where('id', '=', id).executeTakeFirst();
  return row && feedOf(row);
}

/** Those whose time has come and that somebody reads, the longest waiting first. */
export async function dueFeeds({ read }: Store, now: Date): Promise<KnownFeed[]> {
  const rows = await read
    .selectFrom('feeds')
    .selectAll()
    .where('next_at', '<=', now.getTime())
    .where((eb) =>
      eb.or([eb('common', '=', 1), eb('id', 'in', eb.selectFrom('audiences').select('feed').where('reads', '=', 1))]),
    )
    .orderBy('next_at')
    .orderBy('id')
    .execute();
  return rows.map(feedOf);
}

/**
 * Takes a due feed for this process, until `until`: if it dies, another takes the feed then.
 * @returns false where another process was first
 */
export async function claimFeed({ write }: Store, feed: KnownFeed, until: Date): Promise<boolean> {
  const { numUpdatedRows } = await write
    .updateTable('feeds')
    .set({ next_at: until.getTime() })
    .where('id', '=', feed.id)
    .where('next_at', '=', feed.nextAt.getTime())
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Writes down how a refresh went. What is undefined is taken away. */
export async function settleFeed({ write }: Store, feed: KnownFeed): Promise<void> {
  await write.updateTable('feeds').set(rowOf(feed)).where('id', '=', feed.id).execute();
}

/** Says which feeds every server reads: these and no others. */
export async function setCommonFeeds(
  store: Store,
  feeds: readonly { url: string; title?: string }[],
  now: Date,
): Promise<void> {
  const ids: string[] = [];
  for (const feed of feeds) ids.push(await addFeed(store, feed, now));
  await store.write.transaction().execute(async (tx) => {
    await tx.updateTable('feeds').set({ common: 0 }).where('common', '=', 1).execute();
    if (ids.length > 0) await tx.updateTable('feeds').set({ common: 1 }).where('id', 'in', ids).execute();
  });
}

function rowOf(feed: KnownFeed): Updateable<Tables['feeds']> {
  return {
    title: feed.title ?? null,
    next_at: feed.nextAt.getTime(),
    checked_at: feed.checkedAt?.getTime() ?? null,
    succeeded_at: feed.succeededAt?.getTime() ?? null,
    failing_since: feed.failingSince?.getTime() ?? null,
    failures: feed.failures,
    reason: feed.reason ?? null,
    etag: feed.etag ?? null,
    last_modified: feed.lastModified ?? null,
    body_hash: feed.bodyHash ?? null,
  };
}

export function feedOf(row: Selectable<Tables['feeds']>): KnownFeed {
  return {
    id: row.id,
    url: row.url,
    common: row.common === 1,
    nextAt: new Date(row.next_at),
    failures: row.failures,
    ...(row.title !== null && { title: row.title }),
    ...(row.checked_at !== null && { checkedAt: new Date(row.checked_at) }),
    ...(row.succeeded_at !== null && { succeededAt: new Date(row.succeeded_at) }),
    ...(row.failing_since !== null && { failingSince: new Date(row.failing_since) }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.etag !== null && { etag: row.etag }),
    ...(row.last_modified !== null && { lastModified: row.last_modified }),
    ...(row.body_hash !== null && { bodyHash: row.body_hash }),
  };
}
