import { refreshDue } from '../../src/app/feeds/refresh.ts';
import type { Refreshing } from '../../src/app/feeds/refresh-feed.ts';
import { type Extraction, extractInThread } from '../../src/app/threads/extraction.ts';
import { readHere } from '../../src/app/threads/reader.ts';
import { silentLog } from '../../src/base/log.ts';
import { openFetcher } from '../../src/intake/web/fetch.ts';
import { politely } from '../../src/intake/web/polite.ts';
import { setCommonFeeds } from '../../src/store/feeds/feeds.ts';
import { migrate } from '../../src/store/migrations.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { type HandClock, handClock } from './newsroom.ts';
import { type Answer, openSite, publicAndTestSite, type TestSite } from './web.ts';

export interface TestSources extends Refreshing {
  readonly store: Store;
  readonly clock: HandClock;
  readonly extraction: Extraction;
  /** Asks whatever is due. */
  refresh(stop?: AbortSignal): ReturnType<typeof refreshDue>;
  close(): Promise<void>;
}

/** Everything that reaches out for news, on a database in memory, with these common feeds; no pauses, no jitter. */
export async function sourcesWith(urls: readonly string[]): Promise<TestSources> {
  const store = openSqlite(':memory:');
  await migrate(store);
  const clock = handClock();
  const fetcher = politely(openFetcher({ check: publicAndTestSite }), clock, 0);
  const extraction = extractInThread();
  await setCommonFeeds(
    store,
    urls.map((url) => ({ url })),
    clock.now(),
  );
  const sources = { store, reader: readHere(), clock, log: silentLog, fetcher, extraction, chance: () => 0 };
  return {
    ...sources,
    refresh: (stop = new AbortController().signal) => refreshDue(sources, stop),
    close: async () => {
      await Promise.all([fetcher.close(), extraction.close()]);
      await store.close();
    },
  };
}

/** A site whose answers can be changed, and what refreshes its feed at /feed. */
export async function siteWithFeed(answers: Record<string, Answer | string>): Promise<{
  readonly site: TestSite;
  readonly sources: TestSources;
}> {
  const site = await openSite(answers);
  return { site, sources: await sourcesWith([site.url('/feed')]) };
}

interface Item {
  readonly title: string;
  readonly link?: string;
  readonly guid?: string;
  readonly date?: string;
  readonly text?: string;
}

/** An RSS feed of these items. */
export function rssOf(items: readonly Item[], title = 'Port News'): string {
  const item = ({ title, link, guid, date, text = `${title}. It was announced on Monday.` }: Item) =>
    `<item><title>${title}</title>${link ? `<link>${link}</link>` : ''}${guid ? `<guid isPermaLink="false">${guid}</guid>` : ''}${
      date ? `<pubDate>${date}</pubDate>` : ''
    }<description>${text}</description></item>`;
  return `<rss version="2.0"><channel><title>${title}</title>${items.map(item).join('')}</channel></rss>`;
}
