import { HOUR } from '../../base/clock.ts';
import { messageOf } from '../../base/errors.ts';
import { grouped } from '../../base/grouped.ts';
import type { Follow } from '../../model/follow.ts';
import { followedCard } from '../../render/follow.ts';
import { drawMessages } from '../../render/message.ts';
import { allFollows, articlesSeen, noteFollowed, removeFollowsOf } from '../../store/follows.ts';
import { scopedTo } from '../../store/scoped.ts';
import type { Store } from '../../store/store.ts';
import { keepView } from '../../store/views.ts';
import type { Delivering } from '../delivery/delivering.ts';
import { markOf } from '../delivery/parts.ts';
import { followedNews, type Seen } from './followed-news.ts';

/** A member is written to at once, and then not again for this long: what comes meanwhile is gathered. */
const GATHERED_FOR = HOUR;
/** Articles looked through at a time. */
const BATCH = 500;

/** Writes to members of whom and what they follow, where an article has come in that tells something new of it. */
export async function tellFollowers(delivering: Delivering): Promise<void> {
  const { store, clock, courier } = delivering;
  const now = clock.now();
  const follows = (await allFollows(store)).filter(({ guild }) => courier().hears(guild));
  const members = [...new Set(follows.map(({ member }) => member))];
  const ready = members
    .map((member) => follows.filter((follow) => follow.member === member))
    .filter((ours) => mayBeTold(ours, now));
  for (const [cursor, some] of byCursor(ready)) {
    const { seen, upTo } = await seenSince(store, some.flat(), new Date(cursor), now);
    if ([...seen.values()].every((articles) => articles.length === 0)) continue;
    for (const ours of some) {
      if (delivering.stopping?.aborted) return;
      await tellMember(delivering, ours, seen, upTo).catch((error: unknown) => {
        delivering.log.warn(`a follower could not be told: ${messageOf(error)}`, { error });
      });
    }
  }
}

/** Members by up to when they are told: one who cannot be reached falls behind alone, and keeps nobody else back. */
const byCursor = (members: readonly (readonly Follow[])[]) =>
  grouped(members, (follows) => Math.min(...follows.map(({ toldTo }) => toldTo.getTime())));

/** What came in, as each server sees it: what another server's own feeds brought is not in it. */
async function seenSince(
  store: Store,
  follows: readonly Follow[],
  cursor: Date,
  now: Date,
): Promise<{ readonly seen: ReadonlyMap<string, Seen>; readonly upTo: Date }> {
  const seen = new Map<string, Seen>();
  let upTo = now;
  for (const guild of new Set(follows.map((follow) => follow.guild))) {
    const some = await articlesSeen(scopedTo(store, guild), cursor, now, BATCH);
    seen.set(guild, some);
    // A full batch ends before the instant of its last article, which others may share: the rest is for the next time.
    const last = some.length < BATCH ? undefined : some.at(-1)?.article.firstSeen.getTime();
    if (last !== undefined) upTo = new Date(Math.min(upTo.getTime(), last - 1));
  }
  return { seen: new Map([...seen].map(([guild, some]) => [guild, until(some, upTo)])), upTo };
}

const until = (some: Seen, upTo: Date): Seen => some.filter(({ article }) => article.firstSeen <= upTo);

function mayBeTold(follows: readonly Follow[], now: Date): boolean {
  const last = Math.max(...follows.map(({ toldAt }) => toldAt?.getTime() ?? 0));
  return now.getTime() - last >= GATHERED_FOR;
}

async function tellMember(
  { store, courier, clock, log }: Delivering,
  follows: readonly Follow[],
  seen: ReadonlyMap<string, Seen>,
  upTo: Date,
): Promise<void> {
  const news = await followedNews(store, follows, seen);
  const [first] = follows;
  if (!first || news.length === 0) return noteFollowed(store, follows, { toldTo: upTo });
  const { member } = first;
  // The same for the same news: one that was sent and could not be noted is not stored twice.
  const mark = markOf(`${member} ${news.map(({ article }) => article.id).join(' ')}`);
  const [message] = drawMessages(followedCard(news), { command: 'follow', answers: {}, page: 0 }, () => mark);
  const { components, asks } = message!;
  await keepView(store, { id: mark, askedAt: clock.now().toISOString(), asks });
  const reached = await courier().tell(member, { components, mark, nonce: mark });
  if (reached === 'member') return noteFollowed(store, follows, { toldTo: upTo, toldAt: clock.now() });
  // Who has closed their direct messages has said what they want.
  log.info('a member takes no direct messages: what they follow is forgotten');
  await removeFollowsOf(store, member);
}
