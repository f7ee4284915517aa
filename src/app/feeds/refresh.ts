import { setMaxListeners } from 'node:events';
import cron from 'node-cron';
import { messageOf } from '../../base/errors.ts';
import { grouped } from '../../base/grouped.ts';
import type { KnownFeed } from '../../model/feed.ts';
import { claimFeed, dueFeeds } from '../../store/feeds/feeds.ts';
import { type Refreshing, refreshFeed } from './refresh-feed.ts';
import { REFRESHED_EVERY } from './refresh-times.ts';

/** Servers that are asked at the same time. */
const AT_ONCE = 40;

export interface Progress {
  readonly done: number;
  readonly of: number;
  /** Articles that are new. */
  readonly fresh: number;
}

/** Refreshes every feed whose time has come, one at a time for each server. Ends early, and cleanly, when stopped. */
export async function refreshDue(
  refreshing: Refreshing,
  stop: AbortSignal,
  tell: (progress: Progress) => void = () => {},
): Promise<Progress> {
  // Every fetch at hand listens for the stop.
  setMaxListeners(4 * AT_ONCE, stop);
  const due = await dueFeeds(refreshing.store, refreshing.clock.now());
  const servers = byServer(due);
  let progress: Progress = { done: 0, of: due.length, fresh: 0 };

  const refreshOne = async (feed: KnownFeed) => {
    const until = new Date(refreshing.clock.now().getTime() + REFRESHED_EVERY);
    const { fresh } = (await claimFeed(refreshing.store, feed, until))
      ? await refreshFeed(refreshing, { ...feed, nextAt: until }, stop)
      : { fresh: 0 };
    progress = { ...progress, done: progress.done + 1, fresh: progress.fresh + fresh };
    tell(progress);
  };
  const work = async () => {
    for (let feeds = servers.shift(); feeds && !stop.aborted; feeds = servers.shift()) {
      for (const feed of feeds) if (!stop.aborted) await refreshOne(feed);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return progress;
}

const byServer = (feeds: readonly KnownFeed[]): KnownFeed[][] => [
  ...grouped(feeds, ({ url }) => new URL(url).host).values(),
];

/**
 * Looks every minute for feeds whose time has come, never twice at once. By the machine's minutes: however fast a clock is
 * moved on, servers of the world are asked no more often. @returns what ends it
 */
export function startRefreshing(refreshing: Refreshing): () => Promise<void> {
  const { log } = refreshing;
  const stop = new AbortController();
  let running: Promise<void> | undefined;
  const run = () => {
    running ??= refreshDue(refreshing, stop.signal)
      .then(({ done, fresh }) => {
        if (done > 0) log.info(`${done} feeds refreshed, ${fresh} new articles`);
      })
      .catch((error: unknown) => log.error(`the feeds could not be refreshed: ${messageOf(error)}`, { error }))
      .finally(() => {
        running = undefined;
      });
    return running;
  };
  const task = cron.schedule('* * * * *', run, { noOverlap: true });
  void run();
  return async () => {
    await task.destroy();
    stop.abort(new Error('Lede is stopping.'));
    await running;
  };
}
