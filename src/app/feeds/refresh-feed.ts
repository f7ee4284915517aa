import { createHash } from 'node:crypto';
import { DAY } from '../../base/clock.ts';
import { messageOf, UserError } from '../../base/errors.ts';
import type { Draft } from '../../intake/draft.ts';
import { type EntryDraft, entryDrafts, withPage } from '../../intake/feed/article.ts';
import { plainOf } from '../../intake/feed/entry.ts';
import type { Feed } from '../../intake/feed/feed.ts';
import { found } from '../../intake/found.ts';
import type { Fetched } from '../../intake/web/fetch.ts';
import type { PoliteFetcher } from '../../intake/web/polite.ts';
import { Refusal } from '../../intake/web/refusal.ts';
import { type KnownFeed, originOf } from '../../model/feed.ts';
import type { Refused, RefusedAt } from '../../model/refused.ts';
import { knownHashes } from '../../store/articles/keep.ts';
import { entryHashes } from '../../store/articles/origins.ts';
import { noteRefused } from '../../store/articles/refusals.ts';
import { settleFeed } from '../../store/feeds/feeds.ts';
import { type Intake, takeOne } from '../ingest/ingest.ts';
import { FAILED, refusal } from '../ingest/refusing.ts';
import type { Extraction } from '../threads/extraction.ts';
import { failed, nextAfterSuccess } from './refresh-times.ts';

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
/** Undated entries of a feed that is new here count as seen so long ago: nobody can say that they are news. */
const UNDATED_AGE = 7 * DAY;

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

export const received = ({ bytes, headers, url }: Fetched) => ({
  bytes,
  contentType: headers['content-type'],
  address: url,
});

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

/** Takes in every entry that is not known as it is; `whole` unless one could not be taken in and is to be tried again. */
async function takeEntries(refreshing: Refreshing, feed: KnownFeed, parsed: Feed, stop: AbortSignal) {
  const { store, clock, log } = refreshing;
  const origin = originOf(feed);
  const before = await entryHashes(store, origin);
  const counts = { fresh: 0, changed: 0, whole: true };
  const refused: Refused[] = [];
  const note = ({ draft }: EntryDraft, step: RefusedAt, reason: string) =>
    void refused.push(refusal(draft, { origin, step, reason, at: clock.now() }));
  try {
    // The oldest first, so that they are first seen in the order they were written in.
    for (const entry of entryDrafts(parsed, feed.url).toReversed()) {
      stop.throwIfAborted();
      try {
        const { id, publishedAt } = found(entry.draft).article;
        if (before.get(id) === entry.hash) continue;
        const { article } = found(await wholeDraft(refreshing, entry, stop, (reason) => note(entry, 'page', reason)));
        const hash = (await knownHashes(store, [id])).get(id);
        // What a feed holds when it is new here is no news of today, whenever it was written.
        const seenAt = feed.succeededAt ? undefined : (publishedAt ?? new Date(clock.now().getTime() - UNDATED_AGE));
        const outcome = await takeOne(refreshing, origin, { ...article, id }, hash, {
          entryHash: entry.hash,
          seenAt: seenAt && seenAt < clock.now() ? seenAt : undefined,
        });
        if (outcome === 'new') counts.fresh += 1;
        if (outcome === 'changed') counts.changed += 1;
      } catch (error) {
        if (stop.aborted) throw error;
        note(
          entry,
          error instanceof UserError ? 'entry' : 'reading',
          error instanceof UserError ? error.message : FAILED,
        );
        // An entry that holds nothing to read holds nothing next time either.
        if (error instanceof UserError) continue;
        counts.whole = false;
        log.error(`an entry of ${feed.url} could not be taken in: ${messageOf(error)}`, { feed: feed.url, error });
      }
    }
  } finally {
    await noteRefused(store, refused);
  }
  return counts;
}

/** The entry's own text where it is whole, else its page's; the feed's summary, marked as such, where that refuses. */
async function wholeDraft(
  { fetcher, extraction }: Refreshing,
  entry: EntryDraft,
  signal: AbortSignal,
  refused: (reason: string) => void,
): Promise<Draft> {
  const { draft, whole } = entry;
  if (whole || !draft.url) return draft;
  try {
    return withPage(entry, await extraction.page(received(await fetcher.page(draft.url, { signal }))));
  } catch (error) {
    if (!(error instanceof UserError) || signal.aborted) throw error;
    refused(error.message);
    return { ...draft, excerpt: true };
  }
}
