import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refreshDue } from '../../src/app/feeds/refresh.ts';
import type { Extraction } from '../../src/app/threads/extraction.ts';
import { systemClock } from '../../src/base/clock.ts';
import { silentLog } from '../../src/base/log.ts';
import { entryDrafts } from '../../src/intake/feed/article.ts';
import { readFeed } from '../../src/intake/feed/feed.ts';
import { found } from '../../src/intake/found.ts';
import { alsoPrivate } from '../../src/intake/web/address.ts';
import { decodeWeb } from '../../src/intake/web/decode.ts';
import { openFetcher } from '../../src/intake/web/fetch.ts';
import { politely } from '../../src/intake/web/polite.ts';
import { originOf } from '../../src/model/feed.ts';
import { chunks } from '../../src/store/chunks.ts';
import { feedId, setCommonFeeds } from '../../src/store/feeds/feeds.ts';
import { migrate } from '../../src/store/migrations.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';

/** Long ones, so that a feed has its usual 20 kB. */
const ENTRIES = 2;

/** Feeds on loopback servers, and the bot's own refresh of them. */
export interface LoopbackFeeds {
  /** Asks every feed once. One in ten has changed since the round before, as in a busy hour. */
  round(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Feeds of 20 kB, each on an address of its own, for one address is one server. The servers run in this very thread:
 * their work is part of every figure. Every entry is known beforehand, and its text is whole, so no page is asked.
 */
export async function loopbackFeeds(count: number): Promise<LoopbackFeeds> {
  let round = 0;
  const server = createServer(({ headers }, response) => {
    const number = Number(headers.host?.split('.')[2]) * 250 + Number(headers.host?.split('.')[3]?.split(':')[0]) - 1;
    const etag = `"${number % 10 === round % 10 ? round : 0}"`;
    if (headers['if-none-match'] === etag) return response.writeHead(304).end();
    response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(feed(number, etag));
  });
  await new Promise<void>((done) => server.listen(0, '0.0.0.0', done));
  const { port } = server.address() as AddressInfo;
  const urls = Array.from(
    { length: count },
    (_, index) => `http://127.1.${Math.floor(index / 250)}.${(index % 250) + 1}:${port}/rss`,
  );

  const store = openSqlite(':memory:');
  await migrate(store);
  await setCommonFeeds(
    store,
    urls.map((url) => ({ url })),
    new Date(),
  );
  await known(store, urls);
  const refreshing = {
    store,
    reader: { read: async () => ({ sentences: [], summary: [], quotes: [], entities: [] }), close: async () => {} },
    clock: systemClock,
    log: silentLog,
    fetcher: politely(openFetcher({ check: alsoPrivate }), systemClock, 0),
    extraction: inThisThread,
    chance: () => 0,
  };

  return {
    async round() {
      await store.write.updateTable('feeds').set({ next_at: 0 }).execute();
      await refreshDue(refreshing, new AbortController().signal);
      round += 1;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await store.close();
    },
  };
}

/** So that one core's time is the whole of it. */
const inThisThread: Extraction = {
  feed: async ({ bytes, address }) => readFeed(decodeWeb(Buffer.from(bytes)), address),
  page: async () => ({ text: '' }),
  close: async () => {},
};

/** Writes down every entry as one that was taken in before. */
async function known(store: Store, urls: readonly string[]): Promise<void> {
  const rows = urls.flatMap((url, number) => {
    const parsed = readFeed(feed(number, ''), url);
    return entryDrafts(parsed, url, { trusted: true }).map(({ draft, hash }) => ({
      url,
      hash,
      article: found(draft).article,
    }));
  });
  for (const some of chunks(rows)) {
    await store.write
      .insertInto('articles')
      .values(
        some.map(({ article, hash }) => ({
          id: article.id,
          version: 1,
          content_hash: hash,
          story_id: article.id,
          first_seen: 0,
          dated_at: 0,
          title: article.title,
          folded_title: article.title,
          source: '',
          voices: 1,
          copy_of: article.id,
        })),
      )
      .execute();
    const origins = some.map(({ url, hash, article }) => ({
      origin: originOf({ id: feedId(url) }),
      article_id: article.id,
      entry_hash: hash,
    }));
    await store.write.insertInto('origins').values(origins).execute();
  }
}

function feed(number: number, etag: string): string {
  const items = Array.from({ length: ENTRIES }, (_, index) => {
    const text = `Boat ${index} of harbour ${number} has come. `.repeat(280);
    return `<item><title>News ${index} of ${number}</title><guid isPermaLink="false">${number}-${index}</guid><description>${text}</description></item>`;
  });
  return `<rss version="2.0"><!-- ${etag} --><channel><title>Harbour ${number}</title>${items.join('')}</channel></rss>`;
}
