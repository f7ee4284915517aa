import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client, Dispatcher } from 'undici';
import { ROOT } from '../../base/root.ts';
import type { AddressCheck } from './address.ts';
import { ACCEPTED, readBody } from './body.ts';
import { type Resolve, resolveBySystem, waysOut } from './connect.ts';
import { refusalOf, statusRefusal } from './failure.ts';
import { LARGEST_BYTES } from './local.ts';
import { Refusal } from './refusal.ts';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
/** Who asks, and where to read what it does and whom to tell. */
export const USER_AGENT = `Lede/${version} (+https://github.com/OWNER/lede#feeds)`;

const REDIRECTS = 5;
const FIRST_BYTE_WITHIN = 10_000;
const ALL_WITHIN = 20_000;

export interface Wish {
  /** What the server is asked for: `text/html`. */
  readonly accept?: string;
  /** What is known already: an unchanged answer is then empty. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Fetched {
  /** Where it came from in the end. */
  readonly url: string;
  /** Whether it is as it was known: then it has no bytes. */
  readonly unchanged: boolean;
  readonly bytes: Buffer;
  /** In lower case; of several of one name, the first. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface Fetcher {
  /** @throws Refusal that says which limit or server refused */
  fetch(url: string, wish?: Wish): Promise<Fetched>;
  close(): Promise<void>;
}

interface FetcherParts {
  readonly check: AddressCheck;
  readonly resolve?: Resolve;
  /** Milliseconds until the first byte of each hop, and for everything. */
  readonly firstByteWithin?: number;
  readonly allWithin?: number;
}

/**
 * Fetches what has a web address, whoever gave it: http and https without a password, public addresses at every hop, at
 * most 5 redirects, 10 s to the first byte and 20 s in all, 10 MB.
 */
export function openFetcher({
  check,
  resolve = resolveBySystem,
  firstByteWithin = FIRST_BYTE_WITHIN,
  allWithin = ALL_WITHIN,
}: FetcherParts): Fetcher {
  const openWay = waysOut(check, resolve);
  const open = new Set<Client>();

  /** One hop: the answer, or where it leads to. */
  async function hop(url: URL, wish: Wish, stop: AbortController): Promise<Fetched | string> {
    const way = openWay(url.origin);
    open.add(way);
    const late = setTimeout(() => {
      stop.abort(new Refusal('time', `its server did not answer within ${firstByteWithin / 1000} s`));
    }, firstByteWithin);
    try {
      const response = await ask(way, url, wish, stop.signal).finally(() => clearTimeout(late));
      return redirectOf(response) ?? (await answerOf(url, response));
    } finally {
      open.delete(way);
      // What is still on its way is let go with the connection.
      void way.destroy();
    }
  }

  async function follow(url: URL, redirects: number, wish: Wish, stop: AbortController): Promise<Fetched> {
    const answer = await hop(url, wish, stop);
    if (typeof answer !== 'string') return answer;
    if (redirects === 0) throw new Refusal('redirects', `it redirects more than ${REDIRECTS} times`);
    return follow(usable(answer, url), redirects - 1, wish, stop);
  }

  return {
    async fetch(address, wish = {}) {
      const stop = new AbortController();
      // By hand: AbortSignal.any keeps what it joined alive as long as the outer signal lives (Node 20).
      const end = () => stop.abort(wish.signal?.reason);
      wish.signal?.addEventListener('abort', end);
      const timer = setTimeout(() => {
        stop.abort(new Refusal('time', `it was not whole after ${allWithin / 1000} s`));
      }, allWithin);
      try {
        wish.signal?.throwIfAborted();
        return await follow(usable(address), REDIRECTS, wish, stop);
      } catch (error) {
        throw refusalOf(stop.signal.aborted ? stop.signal.reason : error);
      } finally {
        clearTimeout(timer);
        wish.signal?.removeEventListener('abort', end);
      }
    },
    close: async () => {
      await Promise.all([...open].map((way) => way.destroy()));
    },
  };
}

/** @throws Refusal for what is no http or https address, and for one with a password in it, which is never repeated. */
export function usable(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw new Refusal('link', 'its address is no web address');
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Refusal('link', `its address begins with ${url.protocol.slice(0, 20)} and not with http: or https:`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new Refusal('link', 'its address holds a name or password, which Lede does not use');
  }
  url.hash = '';
  return url;
}

async function ask(way: Client, url: URL, { accept = '*/*', etag, lastModified }: Wish, signal: AbortSignal) {
  const response = await way.request({
    method: 'GET',
    path: `${url.pathname}${url.search}`,
    signal,
    headers: {
      'user-agent': USER_AGENT,
      accept,
      'accept-encoding': ACCEPTED,
      ...(etag && { 'if-none-match': etag }),
      ...(lastModified && { 'if-modified-since': lastModified }),
    },
  });
  // A body that is let go half read reports that as an error, to nobody if not to us.
  response.body.on('error', () => {});
  return response;
}

function redirectOf({ statusCode, headers }: Dispatcher.ResponseData): string | undefined {
  const location = first(headers['location']);
  return [301, 302, 303, 307, 308].includes(statusCode) ? location : undefined;
}

async function answerOf(url: URL, response: Dispatcher.ResponseData): Promise<Fetched> {
  const { statusCode, body } = response;
  const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, first(value)]));
  const unchanged = statusCode === 304;
  if (unchanged || statusCode < 200 || statusCode > 299) {
    body.destroy();
    if (!unchanged) throw statusRefusal(statusCode, headers['retry-after']);
    return { url: url.href, unchanged, bytes: Buffer.alloc(0), headers };
  }
  if (Number(headers['content-length']) > LARGEST_BYTES) {
    body.destroy();
    throw new Refusal('size', `it is larger than ${LARGEST_BYTES / 1_000_000} MB`);
  }
  return { url: url.href, unchanged, bytes: await readBody(body, headers['content-encoding'] ?? ''), headers };
}

const first = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);
