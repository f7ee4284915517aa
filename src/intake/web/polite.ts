import robotsParser from 'robots-parser';
import { type Clock, DAY, HOUR } from '../../base/clock.ts';
import { decodeWeb } from './decode.ts';
import { type Fetcher, USER_AGENT, usable, type Wish } from './fetch.ts';
import { Refusal } from './refusal.ts';

/** A fetcher that asks one server one thing at a time, and pages only where the site's robots.txt lets it. */
export interface PoliteFetcher extends Fetcher {
  /** As `fetch`, for a page: @throws Refusal also where robots.txt does not let Lede have it */
  page(url: string, wish?: Wish): Promise<Awaited<ReturnType<Fetcher['fetch']>>>;
}

/** Between the end of one request and the next to the same server, in milliseconds. */
const PAUSE = 1_000;
/** Robots.txt files remembered: more servers than a day's news links to. */
const REMEMBERED = 2_000;
/** Its types promise a default export; what Node 20 to 24 import is the function itself (robots-parser 3.0.1). */
const parseRobots = robotsParser as unknown as (url: string, text: string) => Robots;
interface Robots {
  /** Undefined for an address that the file does not speak for. */
  isAllowed(url: string, agent: string): boolean | undefined;
}
const AGENT = USER_AGENT.split('/')[0] ?? 'Lede';

export function politely(fetcher: Fetcher, clock: Clock, pause = PAUSE): PoliteFetcher {
  const turns = new Map<string, Promise<unknown>>();
  const robots = new Map<string, { readonly rules: Promise<Robots | undefined>; readonly until: number }>();

  function inTurn<T>(url: string, wish: Wish, ask: () => Promise<T>): Promise<T> {
    const { host } = usable(url);
    const before = turns.get(host) ?? Promise.resolve();
    const answer = before.then(ask);
    const turn = answer
      .catch(() => {})
      .then(() => clock.until(new Date(clock.now().getTime() + pause), wish.signal))
      .then(() => {
        if (turns.get(host) === turn) turns.delete(host);
      });
    turns.set(host, turn);
    return answer;
  }

  const fetch = async (url: string, wish: Wish = {}) => inTurn(url, wish, () => fetcher.fetch(url, wish));

  /** Undefined where there are none. A server that cannot say for the moment is not asked for pages either (RFC 9309). */
  async function read(address: string, wish: Wish): Promise<Robots | undefined> {
    try {
      const { bytes, headers } = await fetch(address, {
        accept: 'text/plain',
        ...(wish.signal && { signal: wish.signal }),
      });
      return parseRobots(address, decodeWeb(bytes, headers['content-type']).slice(0, 500_000));
    } catch (error) {
      const status = error instanceof Refusal ? error.facts.status : undefined;
      if (status !== undefined && status < 500 && status !== 429) return undefined;
      throw error;
    }
  }

  async function rulesFor(url: URL, wish: Wish): Promise<Robots | undefined> {
    const address = `${url.origin}/robots.txt`;
    const known = robots.get(address);
    const now = clock.now().getTime();
    if (known && known.until > now) return known.rules;
    const rules = read(address, wish);
    const remember = (time: number) => robots.set(address, { rules, until: now + time });
    remember(DAY);
    rules.catch(() => remember(HOUR));
    if (robots.size > REMEMBERED) robots.delete(robots.keys().next().value ?? '');
    return rules;
  }

  return {
    fetch,
    async page(url, wish = {}) {
      const rules = await rulesFor(usable(url), wish);
      if (rules?.isAllowed(url, AGENT) === false) {
        throw new Refusal('robots', "its site's robots.txt asks programs to stay away");
      }
      return fetch(url, { accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1', ...wish });
    },
    close: () => fetcher.close(),
  };
}
