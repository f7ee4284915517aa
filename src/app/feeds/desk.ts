import type { KnownFeed } from '../../model/feed.ts';

/** What one step of looking at an address came to. */
export interface FeedStep {
  readonly step: string;
  readonly outcome: string;
  /** Whether it went as it should; nothing comes after a step that did not. */
  readonly good: boolean;
}

/** The feeds of the asker's server. What changes them is refused with a UserError for anybody but a manager. */
export interface FeedDesk {
  /** Common feeds and the server's own, by title. */
  list(): Promise<readonly KnownFeed[]>;
  /** A feed, a site whose feed is then found, or a common feed that was opted out of. @throws UserError that says why not */
  add(url: string): Promise<{ readonly feed: KnownFeed; readonly entries: number }>;
  /** One of its own is no longer read; a common one is opted out of. @throws UserError where it is none of theirs */
  remove(feed: string): Promise<KnownFeed>;
  /** What would happen, step by step; nothing is kept. */
  check(url: string): Promise<readonly FeedStep[]>;
  /** Adds the feeds of an OPML file, unread: each is asked at its next refresh. `file` is where Discord keeps it. */
  import(file: string): Promise<{ readonly added: number; readonly known: number; readonly over: number }>;
  export(): Promise<Uint8Array>;
}

/**
 * The desk of `open`, loaded with the first question: what parses and fetches feeds takes a tenth of a second to load, and
 * `lede brief` needs none of it.
 */
export function feedDeskOnDemand(open: () => Promise<FeedDesk>): FeedDesk {
  return {
    list: async () => (await open()).list(),
    add: async (url) => (await open()).add(url),
    remove: async (feed) => (await open()).remove(feed),
    check: async (url) => (await open()).check(url),
    import: async (file) => (await open()).import(file),
    export: async () => (await open()).export(),
  };
}
