import { DAY } from '../../base/clock.ts';
import { messageOf, UserError } from '../../base/errors.ts';
import type { Draft } from '../../intake/draft.ts';
import { type EntryDraft, entryDrafts, withPage } from '../../intake/feed/article.ts';
import type { Feed } from '../../intake/feed/feed.ts';
import { found } from '../../intake/found.ts';
import { type KnownFeed, originOf } from '../../model/feed.ts';
import type { Refused, RefusedAt } from '../../model/refused.ts';
import { knownHashes } from '../../store/articles/keep.ts';
import { entryHashes } from '../../store/articles/origins.ts';
import { noteRefused } from '../../store/articles/refusals.ts';
import { takeOne } from '../ingest/ingest.ts';
import { FAILED, refusal } from '../ingest/refusing.ts';
import { received } from '../threads/received.ts';
import type { Refreshed, Refreshing } from './refresh-feed.ts';

/** Undated entries of a feed that is new here count as seen so long ago: nobody can say that they are news. */
const UNDATED_AGE = 7 * DAY;

/** Takes in every entry that is not known as it is; `whole` unless one could not be taken in and is to be tried again. */
export async function takeEntries(
  refreshing: Refreshing,
  feed: KnownFeed,
  parsed: Feed,
  stop: AbortSignal,
): Promise<Refreshed & { readonly whole: boolean }> {
  const { store, clock, log } = refreshing;
  const origin = originOf(feed);
  const before = await entryHashes(store, origin);
  const counts = { fresh: 0, changed: 0, whole: true };
  const refused: Refused[] = [];
  const note = ({ draft }: EntryDraft, step: RefusedAt, reason: string) =>
    void refused.push(refusal(draft, { origin, step, reason, at: clock.now() }));
  try {
    // The oldest first, so that they are first seen in the order they were written in.
    for (const entry of entryDrafts(parsed, feed.url, { trusted: feed.common }).toReversed()) {
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
