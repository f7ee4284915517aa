import { createHash } from 'node:crypto';
import { messageOf, UserError } from '../../base/errors.ts';
import { plainOf } from '../../intake/feed/entry.ts';
import type { Feed } from '../../intake/feed/feed.ts';
import type { Fetched } from '../../intake/web/fetch.ts';
import type { PoliteFetcher } from '../../intake/web/polite.ts';
import { Refusal } from '../../intake/web/refusal.ts';
import type { KnownFeed } from '../../model/feed.ts';
import { settleFeed } from '../../store/feeds/feeds.ts';
import type { Intake } from '../ingest/ingest.ts';
import type { Extraction } from '../threads/extraction.ts';
import { received } from '../threads/received.ts';
import { failed, nextAfterSuccess } from './refresh-times.ts';
import { takeEntries } from './take-entries.ts';

/** What it takes to bring a feed's news in. */
export interface Refreshing extends Intake {
  readonly fetcher: PoliteFetcher;
  readonly extraction: Extraction;
  /** Between 0 and 1, for jitter. */
  readonly chance: () => number;
}

export interface Refreshed {
  readonly fresh: number;
  readonly changed: number;
}

const NOTHING: Refreshed = { fresh: 0, changed: 0 };

/**
 * Asks a feed once and takes in what is new or changed in it. What its server knows of this state is written down last,
 * once every entry is in: a crash before that loses nothing, and what was kept is known again. Never rejects but for a stop.
 */
export async function refreshFeed(refreshing: Refreshing, feed: KnownFeed, stop: AbortSignal): Promise<Refreshed> {
  const { store, clock, log, chance, fetcher } = refreshing;
  const manners = () => ({ now: clock.now(), chance: chance() });
  try {
    const { etag, lastModified } = feed;
    const fetched = await fetcher.fetch(feed.url, { accept: ACCEPT, etag, lastModified, signal: stop });
    const bodyHash = createHash('sha256').update(fetched.bytes).digest('hex').slice(0, 24);
    const same = fetched.unchanged || bodyHash === feed.bodyHash;
    const parsed = same ? undefined : await refreshing.extraction.feed(received(fetched));
    const { whole, ...taken } = parsed
      ? await takeEntries(refreshing, feed, parsed, stop)
      : { ...NOTHING, whole: true };
    await settleFeed(store, {
      ...succeeded(feed, parsed),
      ...(whole && !fetched.unchanged && known(fetched, bodyHash)),
      checkedAt: clock.now(),
      succeededAt: clock.now(),
      nextAt: nextAfterSuccess({
        ...manners(),
        everyMinutes: parsed?.everyMinutes,
        cacheControl: fetched.headers['cache-control'],
      }),
    });
    return taken;
  } catch (error) {
    if (stop.aborted) {
      await settleFeed(store, { ...feed, nextAt: clock.now() });
      return NOTHING;
    }
    const reason = error instanceof UserError ? error.message : 'Lede failed on it (see the log)';
    if (!(error instanceof UserError))
      log.error(`the feed ${feed.url} could not be read: ${messageOf(error)}`, { error });
    const retryAfter = error instanceof Refusal ? error.facts.retryAfter : undefined;
    await settleFeed(store, failed(feed, reason, manners(), retryAfter));
    if (feed.failures === 0) log.warn(`${feed.title ?? feed.url} gave no news: ${reason}`, { feed: feed.url });
    return NOTHING;
  }
}

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, */*;q=0.5';

/** The feed without its failures; with the title it gives itself. */
function succeeded(feed: KnownFeed, parsed: Feed | undefined): KnownFeed {
  const { failingSince: _, reason: __, ...rest } = feed;
  const title = parsed?.title && plainOf(parsed.title).slice(0, 200);
  return { ...rest, failures: 0, ...(title && { title }) };
}

const known = ({ headers }: Fetched, bodyHash: string) =>
  ({
    bodyHash,
    etag: headers['etag'],
    lastModified: headers['last-modified'],
  }) as Partial<KnownFeed>;
