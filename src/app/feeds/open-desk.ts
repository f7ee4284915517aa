import { UserError } from '../../base/errors.ts';
import { feedsNamedIn, looksLikeFeed } from '../../intake/feed/discover.ts';
import { plainOf } from '../../intake/feed/entry.ts';
import type { Feed } from '../../intake/feed/feed.ts';
import { readOpml, writeOpml } from '../../intake/feed/opml.ts';
import { decodeWeb } from '../../intake/web/decode.ts';
import type { Fetched, Fetcher } from '../../intake/web/fetch.ts';
import type { Asker } from '../../model/asker.ts';
import { chooseFeed, countChoices, feedsOf, unchooseFeed } from '../../store/feeds/audiences.ts';
import { addFeed, feedById, feedId } from '../../store/feeds/feeds.ts';
import type { Store } from '../../store/store.ts';
import { received } from '../threads/received.ts';
import type { FeedDesk } from './desk.ts';
import type { Refreshing } from './refresh-feed.ts';
import { feedSteps, withScheme } from './steps.ts';

/** The way to the web that the bot has and the command line has not. */
export interface Web extends Pick<Refreshing, 'fetcher' | 'extraction' | 'reader'> {
  /** For files that members attach: where Discord keeps them. */
  readonly uploads: Pick<Fetcher, 'fetch'>;
}

/** Feeds of its own that a server may read, and that one member may add wherever they manage. */
const MOST_OF_SERVER = 100;
const MOST_OF_MEMBER = 200;

export function openFeedDesk(store: Store, asker: Asker, now: Date, web: Web | undefined): FeedDesk {
  const choose = (guild: string, feed: string) => chooseFeed(store, { guild, feed, madeBy: asker.member, now }, true);
  const theirs = () => feedsOf(store, asker.guild);
  return {
    list: theirs,

    async add(address) {
      const guild = managed(asker);
      const { url, feed } = await findFeed(reaching(web), address);
      const id = feedId(url);
      if ((await theirs()).some((each) => each.id === id)) throw new UserError('This server reads that feed already.');
      const before = await feedById(store, id);
      // A common feed that was opted out of.
      if (before?.common) await unchooseFeed(store, guild, id);
      else {
        if ((await room(store, guild, asker.member)) < 1) throw new UserError(FULL);
        await addFeed(store, { url, title: feed.title && plainOf(feed.title).slice(0, 200) }, now);
        await choose(guild, id);
      }
      return { feed: (await feedById(store, id))!, entries: feed.entries.length };
    },

    async remove(given) {
      const guild = managed(asker);
      const feed = (await theirs()).find(({ id, url, title }) => [id, url, title].includes(given));
      if (!feed) throw new UserError(`This server reads no feed “${given}”. Choose one from the list while you type.`);
      if (feed.common) await chooseFeed(store, { guild, feed: feed.id, madeBy: asker.member, now }, false);
      else await unchooseFeed(store, guild, feed.id);
      return feed;
    },

    async check(address) {
      managed(asker);
      return feedSteps(reaching(web), await theirs(), address);
    },

    async import(file) {
      const guild = managed(asker);
      const { bytes, headers } = await reaching(web).uploads.fetch(file);
      const listed = opmlOf(decodeWeb(bytes, headers['content-type']));
      const read = new Set((await theirs()).map(({ id }) => id));
      const fresh = listed.filter(({ url }) => !read.has(feedId(url)));
      const left = Math.max(0, await room(store, guild, asker.member));
      for (const feed of fresh.slice(0, left)) {
        const id = await addFeed(store, feed, now);
        if ((await feedById(store, id))?.common) await unchooseFeed(store, guild, id);
        else await choose(guild, id);
      }
      const added = Math.min(fresh.length, left);
      return { added, known: listed.length - fresh.length, over: fresh.length - added };
    },

    async export() {
      managed(asker);
      const feeds = await theirs();
      if (feeds.length === 0) throw new UserError('This server reads no feeds yet. Add one with /feeds add first.');
      return Buffer.from(writeOpml('Feeds of Lede', feeds));
    },
  };
}

const FULL = `There is no room: a server reads up to ${MOST_OF_SERVER} feeds of its own, and one member adds up to ${MOST_OF_MEMBER}. Remove one with /feeds remove first.`;

/** How many feeds this member may still add here. */
async function room(store: Store, guild: string, member: string): Promise<number> {
  const counted = await countChoices(store, { guild, madeBy: member });
  return Math.min(MOST_OF_SERVER - counted.server, MOST_OF_MEMBER - counted.member);
}

/** @throws UserError for anybody but a manager of a server */
function managed({ guild, manager }: Asker): string {
  if (!guild) throw new UserError('A direct message has no feeds of its own: ask in a server.');
  if (!manager)
    throw new UserError('Changing feeds takes the permission Manage Server. /feeds list shows them to all.');
  return guild;
}

function reaching(web: Web | undefined): Web {
  if (!web) throw new UserError('Only the bot itself can look at a feed: use the slash command.');
  return web;
}

/** The feed at an address, or the first that its page names and that can be read. */
async function findFeed(web: Web, address: string): Promise<{ readonly url: string; readonly feed: Feed }> {
  const fetched = await asked(() => web.fetcher.fetch(withScheme(address)));
  if (isFeed(fetched)) {
    const feed = await asked(() => web.extraction.feed(received(fetched)));
    return { url: withScheme(address), feed };
  }
  const named = feedsNamedIn(decodeWeb(fetched.bytes, fetched.headers['content-type']), fetched.url);
  for (const url of named.slice(0, 3)) {
    try {
      return { url, feed: await web.extraction.feed(received(await web.fetcher.fetch(url))) };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
  throw new UserError(
    'That page is no feed and names none that can be read. Look for “RSS” on the site and give that address.',
  );
}

const isFeed = ({ bytes, headers }: Fetched) => looksLikeFeed(bytes, headers['content-type']);

/** A refusal as a sentence of its own. */
async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof UserError)
      throw new UserError(`That address cannot be used: ${error.message}. /feeds check shows each step.`);
    throw error;
  }
}

function opmlOf(text: string) {
  try {
    return readOpml(text);
  } catch (error) {
    if (error instanceof UserError)
      throw new UserError(`The file was not imported: ${error.message}. Export one from your feed reader.`);
    throw error;
  }
}
