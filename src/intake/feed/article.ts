import { createHash } from 'node:crypto';
import type { Draft } from '../draft.ts';
import { canonicalUrl } from '../identity.ts';
import type { Page } from '../page/extract.ts';
import { type FeedEntry, plainOf } from './entry.ts';
import type { Feed } from './feed.ts';

/** An entry as an article may be made of it. */
export interface EntryDraft {
  readonly draft: Draft;
  /** Over all that the feed says of it: another hash, another version. */
  readonly hash: string;
  /** Whether the feed's own text is the whole article, so that the page need not be asked. */
  readonly whole: boolean;
}

/** Fewer characters are a summary, whatever the feed calls them. */
const WHOLE_LENGTH = 1_500;
/** How summaries break off. */
const CUT =
  /(?:\.\.\.|…|\[…\]|\[\.\.\.\]|read more|continue reading|read the (?:full|rest)[^.]*|weiterlesen|lire la suite)\W*$/i;

/**
 * The entries of a feed as drafts, the newest as they come. `address` is the feed's own. What a feed that is not
 * `trusted` says of another site's page is an article of its own: it must not change what others read of that page.
 */
export function entryDrafts(feed: Feed, address: string, { trusted }: { readonly trusted: boolean }): EntryDraft[] {
  const outlet = feed.title ? plainOf(feed.title) : new URL(address).hostname;
  const shared = sharedUrls(feed.entries);
  return feed.entries.map((entry) => {
    const texts = [entry.content, entry.summary].flatMap((text) => (text ? [plainOf(text)] : []));
    const text = texts.reduce((longest, each) => (each.length > longest.length ? each : longest), '');
    const title = entry.title ? plainOf(entry.title) : firstWords(text);
    const foreign = !trusted && entry.url !== undefined && !isSameSite(entry.url, address);
    const guid = entry.guid ?? (foreign ? entry.url : undefined);
    const draft: Draft = {
      title,
      text: text || title,
      url: entry.url,
      // Guids are unique in their feed only. An address that several entries share, the front page, names none of them.
      guid: guid && `${address} ${guid}`,
      byGuid: foreign || shared.has(canonicalUrl(entry.url ?? '') ?? ''),
      outlet,
      author: entry.author,
      publishedAt: (entry.publishedAt ?? entry.updatedAt)?.toISOString(),
      language: feed.language,
    };
    const words = [entry.title, entry.summary, entry.content, entry.author, draft.publishedAt, draft.url];
    return { draft, hash: hashOf(words), whole: text.length >= WHOLE_LENGTH && !CUT.test(text) };
  });
}

/** The draft with the page's text in place of the feed's, where that says more. What the feed states of it stays. */
export function withPage({ draft }: EntryDraft, page: Page): Draft {
  const author = draft.author ?? page.author;
  const publishedAt = draft.publishedAt ?? page.publishedAt?.toISOString();
  const longer = page.text.length > (draft.text?.length ?? 0);
  return {
    ...draft,
    author,
    publishedAt,
    ...(longer && { text: page.text, language: page.language ?? draft.language }),
  };
}

/** Whether one of two addresses is of the other's host, or of a part of it: feeds.port.example and www.port.example. */
function isSameSite(one: string, other: string): boolean {
  const [a, b] = [one, other].map((url) => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : ''));
  return a !== '' && (a === b || a!.endsWith(`.${b}`) || b!.endsWith(`.${a}`));
}

function sharedUrls(entries: readonly FeedEntry[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { url } of entries) {
    const canonical = canonicalUrl(url ?? '');
    if (canonical === undefined) continue;
    if (seen.has(canonical)) shared.add(canonical);
    seen.add(canonical);
  }
  return shared;
}

/** Short posts have no title: their first words stand for one. */
function firstWords(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  const sentence = /^.{20,100}?[.!?](?=\s|$)/.exec(line)?.[0];
  if (sentence) return sentence;
  return line.length <= 100 ? line : `${line.slice(0, 99).replace(/\s+\S*$/, '')}…`;
}

const hashOf = (words: unknown) => createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 24);
