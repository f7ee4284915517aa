import type { Feed } from '../../intake/feed/feed.ts';
import type { Page } from '../../intake/page/extract.ts';
import type { Received } from './received.ts';
import { openThread } from './thread.ts';

/** Makes feeds and articles of what was received, away from the thread that answers Discord. */
export interface Extraction {
  /** @throws UserError for what is no feed */
  feed(received: Received): Promise<Feed>;
  /** @throws UserError for a page without an article */
  page(received: Received): Promise<Page>;
  close(): Promise<void>;
}

/** Milliseconds. A page of 10 MB within all its limits takes less. */
const PATIENCE = 5_000;

export interface ExtractionQuestion extends Received {
  readonly kind: 'feed' | 'page';
}

/** Extracts in a thread that is killed when a page or feed takes longer than its patience, in milliseconds. */
export function extractInThread(patience = PATIENCE): Extraction {
  const thread = openThread<ExtractionQuestion, Feed | Page>({
    worker: 'extraction-worker.js',
    work: 'Taking pages apart',
    patience,
    tooLong: `it takes more than ${patience / 1000} s to take apart`,
  });
  return {
    feed: async (received) => (await thread.ask({ kind: 'feed', ...received })) as Feed,
    page: async (received) => (await thread.ask({ kind: 'page', ...received })) as Page,
    close: () => thread.close(),
  };
}
