import { UserError } from '../../base/errors.ts';
import { entryDrafts } from '../../intake/feed/article.ts';
import { feedsNamedIn, looksLikeFeed } from '../../intake/feed/discover.ts';
import { plainOf } from '../../intake/feed/entry.ts';
import { decodeWeb } from '../../intake/web/decode.ts';
import { usable } from '../../intake/web/fetch.ts';
import type { KnownFeed } from '../../model/feed.ts';
import { count } from '../../render/count.ts';
import { feedId } from '../../store/feeds/feeds.ts';
import { received } from '../threads/received.ts';
import type { FeedStep } from './desk.ts';
import type { Refreshing } from './refresh-feed.ts';

/** "port.example/rss" is what people type. */
export const withScheme = (address: string): string =>
  /^[a-z][a-z0-9+.-]*:/i.test(address.trim()) ? address.trim() : `https://${address.trim()}`;

/** What would happen if this address were added, as far as it goes. */
export async function feedSteps(
  { fetcher, extraction }: Pick<Refreshing, 'fetcher' | 'extraction'>,
  theirs: readonly KnownFeed[],
  address: string,
): Promise<FeedStep[]> {
  const steps: FeedStep[] = [];
  const step = async <T>(name: string, work: () => Promise<readonly [outcome: string, value: T]>): Promise<T> => {
    try {
      const [outcome, value] = await work();
      steps.push({ step: name, outcome, good: true });
      return value;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      steps.push({ step: name, outcome: error.message, good: false });
      throw new Ended();
    }
  };

  try {
    const url = await step('Address', async () => {
      const { href, host } = usable(withScheme(address));
      const known = theirs.find(({ id }) => id === feedId(href));
      return [known ? `on ${host}; this server reads it already` : `on ${host}`, href];
    });
    const fetched = await step('Fetched', async () => {
      const began = performance.now();
      const answer = await fetcher.fetch(url);
      const type = answer.headers['content-type']?.slice(0, 60) ?? 'of no stated type';
      const moved = answer.url === url ? '' : `, after it led to ${answer.url}`;
      return [`${kilobytes(answer.bytes)}, ${type}, in ${Math.round(performance.now() - began)} ms${moved}`, answer];
    });
    if (!looksLikeFeed(fetched.bytes, fetched.headers['content-type'])) {
      await step('Feed found', async () => {
        const named = feedsNamedIn(decodeWeb(fetched.bytes, fetched.headers['content-type']), fetched.url);
        if (named.length === 0) throw new UserError('it is a page, and names no feed');
        return [`it is a page, and names ${named.slice(0, 3).join(' and ')}`, named];
      });
      return steps;
    }
    const feed = await step('Read', async () => {
      const parsed = await extraction.feed(received(fetched));
      const newest = parsed.entries
        .map(({ publishedAt }) => publishedAt?.getTime() ?? 0)
        .reduce((a, b) => Math.max(a, b), 0);
      const dated =
        newest > 0 ? `the newest of ${new Date(newest).toISOString().slice(0, 16).replace('T', ' ')} UTC` : 'undated';
      const title = parsed.title ? `“${plainOf(parsed.title).slice(0, 100)}”` : 'without a title';
      return [`${title}, ${count(parsed.entries.length, 'entry', 'entries')}, ${dated}`, parsed];
    });
    const drafts = entryDrafts(feed, url, { trusted: true });
    const asking = await step('Texts', async () => {
      const whole = drafts.filter((draft) => draft.whole).length;
      const pages = drafts.find((draft) => !draft.whole && draft.draft.url);
      return [
        `${whole} of ${drafts.length} entries hold the whole article${pages ? '; for the others their pages are asked' : ''}`,
        pages,
      ];
    });
    if (asking?.draft.url) {
      const page = asking.draft.url;
      await step('A page', async () => {
        const { text } = await extraction.page(received(await fetcher.page(page)));
        return [`its article has ${text.split(/\s+/).length} words`, text];
      });
    }
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
  }
  return steps;
}

/** Thrown where a step did not go well: there is no next one. */
class Ended extends Error {}

const kilobytes = (bytes: Buffer) => `${Math.max(1, Math.round(bytes.length / 1000))} kB`;
