import type { Fetched } from '../../intake/web/fetch.ts';

/** What came from a web address, or lay in a file. */
export interface Received {
  readonly bytes: Uint8Array;
  /** The HTTP header, for its charset. */
  readonly contentType?: string | undefined;
  /** Where it was found; relative links count from there. */
  readonly address?: string | undefined;
}

/** An answer of the web, as what it takes apart. */
export const received = ({ bytes, headers, url }: Fetched): Received => ({
  bytes,
  contentType: headers['content-type'],
  address: url,
});
