import { isDown, type KnownFeed, originOf } from '../../model/feed.ts';
import type { Store } from '../store.ts';
import { feedOf } from './feeds.ts';

interface Choice {
  readonly guild: string;
  readonly feed: string;
  readonly madeBy: string;
  readonly now: Date;
}

/** Says that a server reads a feed, or that it opts out of a common one. */
export async function chooseFeed(
  { write }: Store,
  { guild, feed, madeBy, now }: Choice,
  reads: boolean,
): Promise<void> {
  const choice = { reads: reads ? 1 : 0, made_by: madeBy, made_at: now.getTime() };
  await write
    .insertInto('audiences')
    .values({ guild, feed, origin: originOf({ id: feed }), ...choice })
    .onConflict((conflict) => conflict.columns(['guild', 'feed']).doUpdateSet(choice))
    .execute();
}

/** Takes a server's choice back: it reads the feed if it is a common one. */
export async function unchooseFeed({ write }: Store, guild: string, feed: string): Promise<void> {
  await write.deleteFrom('audiences').where('guild', '=', guild).where('feed', '=', feed).execute();
}

/** What a server has chosen, in one order: two of the same choices see the same articles. */
export const choicesOf = ({ read }: Store, guild: string): Promise<{ feed: string; reads: number }[]> =>
  read.selectFrom('audiences').select(['feed', 'reads']).where('guild', '=', guild).orderBy('feed').execute();

/** The feeds a server reads: the common ones it has not opted out of, and its own; by title. */
export async function feedsOf({ read }: Store, guild: string | undefined): Promise<KnownFeed[]> {
  const rows = await read
    .selectFrom('feeds')
    .leftJoin('audiences', (join) =>
      join.onRef('audiences.feed', '=', 'feeds.id').on('audiences.guild', '=', guild ?? ''),
    )
    .selectAll('feeds')
    .where((eb) => eb(eb.fn.coalesce('audiences.reads', 'feeds.common'), '=', 1))
    .orderBy('feeds.title')
    .orderBy('feeds.url')
    .execute();
  return rows.map(feedOf);
}

/** Those of a server's feeds that give nothing any more, the longest failing first. */
export async function feedsDown(store: Store, guild: string | undefined): Promise<KnownFeed[]> {
  const feeds = await feedsOf(store, guild);
  return feeds
    .filter(isDown)
    .toSorted((one, other) => (one.failingSince?.getTime() ?? 0) - (other.failingSince?.getTime() ?? 0));
}

/** How many feeds of their own a server reads, and how many a member has added to any. */
export async function countChoices({ read }: Store, { guild, madeBy }: { guild: string; madeBy: string }) {
  const of = async (column: 'guild' | 'made_by', value: string) => {
    const { total } = await read
      .selectFrom('audiences')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .where(column, '=', value)
      .where('reads', '=', 1)
      .executeTakeFirstOrThrow();
    return total;
  };
  return { server: await of('guild', guild), member: await of('made_by', madeBy) };
}
