import { expect, test } from 'vitest';
import { withdraw } from '../../../src/store/articles/keep.ts';
import { chooseFeed, unchooseFeed } from '../../../src/store/feeds/audiences.ts';
import { addFeed } from '../../../src/store/feeds/feeds.ts';
import { BRIDGE, FERRY } from '../../support/news.ts';
import { MEMBER, type TestNewsroom } from '../../support/newsroom.ts';
import { newsrooms } from '../../support/with-news.ts';

const withNews = newsrooms();
const guild = MEMBER.guild!;

/** A server's newsroom, after an edition with BRIDGE of a file and FERRY of a feed that only this server reads. */
async function afterEdition(): Promise<TestNewsroom & { readonly feed: string }> {
  const room = await withNews([BRIDGE]);
  const now = room.clock.now();
  const feed = await addFeed(room.store, { url: 'https://own.example/rss' }, now);
  // One that nobody here reads: where no feed is hidden, nothing is looked for.
  await addFeed(room.store, { url: 'https://theirs.example/rss' }, now);
  await chooseFeed(room.store, { guild, feed, madeBy: MEMBER.member, now }, true);
  await room.take(`feed:${feed}`, [FERRY]);
  return { ...room, feed };
}

/** The story of FERRY and its first quote, as buttons of the edition ask for them. */
async function pressed({ open: openFor, clock }: TestNewsroom, edition: string, story: string) {
  const later = openFor(MEMBER, { askedAt: clock.now(), edition });
  const { lead, quotes } = await later.story(`#${story}`);
  const [first] = quotes;
  const { quoted } = await later.quoteInContext(`${first!.article.id}@${first!.article.version}:${first!.index}`);
  return { title: lead.title, again: (await later.brief({})).stories.length, quoted: quoted.article.title };
}

test.each<[why: string, lose: (room: TestNewsroom & { readonly feed: string }) => Promise<unknown>]>([
  ['the server no longer reads its feed', ({ store, feed }) => unchooseFeed(store, guild, feed)],
  ['the article is withdrawn', ({ store, feed, clock }) => withdraw(store, `feed:${feed}`, [], clock.now())],
])('what an edition showed opens, quotes in context too, after %s', async (_why, lose) => {
  const room = await afterEdition();
  const { edition, stories } = await room.newsroom.brief({});
  const { id } = stories.find(({ lead }) => lead.title === FERRY.title)!;

  await lose(room);

  expect(await pressed(room, edition.id, id)).toEqual({ title: FERRY.title, again: 2, quoted: FERRY.title });
  await expect(room.open(MEMBER).story(FERRY.title!)).rejects.toThrow('No story is titled');
});
