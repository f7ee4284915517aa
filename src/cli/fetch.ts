import type { Extraction } from '../app/threads/extraction.ts';
import { UserError } from '../base/errors.ts';
import { looksLikeFeed } from '../intake/feed/discover.ts';
import type { Fetcher } from '../intake/web/fetch.ts';
import { feedRow } from './feed.ts';

interface Output {
  readonly json: boolean;
  write(text: string): void;
}

interface Web {
  readonly fetcher: Fetcher;
  readonly extraction: Extraction;
}

/** `lede fetch`: what stands at a web address, fetched as the bot would: a feed's entries, or a page's article. */
export async function fetchPage(url: string, { fetcher, extraction }: Web, output: Output): Promise<void> {
  const row = await rowOf(url, { fetcher, extraction });
  await Promise.all([fetcher.close(), extraction.close()]);
  if (output.json) output.write(`${JSON.stringify(row)}\n`);
  else if ('error' in row) output.write(`${url} was skipped: ${row.error}.\n`);
  else if ('text' in row) output.write(`${row.title ?? row.url}\n\n${row.text}\n`);
  else output.write(row.entries.map(({ title, url }) => `- ${title ?? '(no title)'}\n  ${url ?? ''}\n`).join(''));
}

async function rowOf(url: string, { fetcher, extraction }: Web) {
  try {
    const { bytes, headers, url: address } = await fetcher.fetch(url);
    const contentType = headers['content-type'];
    const received = { bytes, contentType, address };
    return looksLikeFeed(bytes, contentType)
      ? { url: address, ...feedRow(await extraction.feed(received)) }
      : { url: address, ...(await extraction.page(received)) };
  } catch (error) {
    if (error instanceof UserError) return { url, error: error.message };
    throw error;
  }
}
