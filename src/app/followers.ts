import { HOUR } from '../base/clock.ts';
import { messageOf } from '../base/errors.ts';
import { fold } from '../base/fold.ts';
import { newFact } from '../brief/new-fact.ts';
import type { Follow } from '../model/follow.ts';
import { holds, type Span, slice } from '../model/span.ts';
import type { ReadArticle } from '../model/story.ts';
import { type FollowedNews, followedCard } from '../render/follow.ts';
import { drawMessage } from '../render/message.ts';
import { articlesOfStory } from '../store/articles.ts';
import { allFollows, articlesSeen, noteFollowed, removeFollowsOf } from '../store/follows.ts';
import { keepView } from '../store/views.ts';
import type { Delivering } from './delivering.ts';
import { markOf } from './parts.ts';

/** A member is written to at once, and then not again for this long: what comes meanwhile is gathered. */
const GATHERED_FOR = HOUR;
/** Articles looked through at a time. */
const BATCH = 500;

type Seen = Awaited<ReturnType<typeof articlesSeen>>;

/** Writes to members of whom and what they follow, where an article has come in that tells something new of it. */
export async function tellFollowers(delivering: Delivering): Promise<void> {
  const { store, clock, courier } = delivering;
  const now = clock.now();
  const follows = (await allFollows(store)).filter(({ guild }) => courier().hears(guild));
  const members = [...new Set(follows.map(({ member }) => member))];
  const ready = members
    .map((member) => follows.filter((follow) => follow.member === member))
    .filter((ours) => mayBeTold(ours, now));
  const cursor = Math.min(...ready.flat().map(({ toldTo }) => toldTo.getTime()));
  if (!Number.isFinite(cursor)) return;
  const found = await articlesSeen(store, new Date(cursor), now, BATCH);
  if (found.length === 0) return;
  // A full batch ends before the instant of its last article, which others may share: the rest is for the next time.
  const last = found.at(-1)!.article.firstSeen.getTime();
  const upTo = found.length < BATCH ? now : new Date(last - 1);
  const seen = found.filter(({ article }) => article.firstSeen <= upTo);
  for (const ours of ready) {
    if (delivering.stopping?.aborted) return;
    await tellMember(delivering, ours, seen, upTo).catch((error: unknown) => {
      delivering.log.warn(`a follower could not be told: ${messageOf(error)}`, { error });
    });
  }
}

function mayBeTold(follows: readonly Follow[], now: Date): boolean {
  const last = Math.max(...follows.map(({ toldAt }) => toldAt?.getTime() ?? 0));
  return now.getTime() - last >= GATHERED_FOR;
}

async function tellMember(
  { store, courier, clock, log }: Delivering,
  follows: readonly Follow[],
  seen: Seen,
  upTo: Date,
): Promise<void> {
  const news = await newsFor({ store }, follows, seen);
  const [first] = follows;
  if (!first || news.length === 0) return noteFollowed(store, follows, { toldTo: upTo });
  const { member } = first;
  // The same for the same news: one that was sent and could not be noted is not stored twice.
  const mark = markOf(`${member} ${news.map(({ article }) => article.id).join(' ')}`);
  const { components, asks } = drawMessage(followedCard(news), { command: 'follow', answers: {}, page: 0 }, mark, {
    turning: false,
  });
  await keepView(store, { id: mark, askedAt: clock.now().toISOString(), asks });
  const reached = await courier().tell(member, { components, mark, nonce: mark });
  if (reached === 'member') return noteFollowed(store, follows, { toldTo: upTo, toldAt: clock.now() });
  // Who has closed their direct messages has said what they want.
  log.info('a member takes no direct messages: what they follow is forgotten');
  await removeFollowsOf(store, member);
}

/** Each article once, with the names of its that are followed and a sentence that is new. */
async function newsFor(
  { store }: Pick<Delivering, 'store'>,
  follows: readonly Follow[],
  seen: Seen,
): Promise<FollowedNews[]> {
  const news: FollowedNews[] = [];
  for (const { article, names } of seen) {
    const naming = follows
      .filter(({ toldTo }) => article.firstSeen > toldTo)
      .map((follow) => ({ name: follow.name, sentences: sentencesOn(follow, article, names) }))
      .filter(({ sentences }) => sentences !== undefined);
    if (naming.length === 0) continue;
    const story = await articlesOfStory(store, article.storyId, article.firstSeen);
    const earlier = story.filter(({ id, firstSeen }) => id !== article.id && firstSeen <= article.firstSeen);
    const told = naming.flatMap(({ name, sentences = [] }) => {
      const span = newFact(article, sentences, earlier);
      return span || (earlier.length === 0 && sentences.length === 0) ? [{ name, span }] : [];
    });
    if (told.length === 0) continue;
    const span = told.find((each) => each.span)?.span;
    news.push({ article, names: told.map(({ name }) => name), ...(span && { sentence: { article, span } }) });
  }
  return news;
}

/** The sentences of an article that name what is followed; none where it does not, an empty list where only its title does. */
function sentencesOn(
  { name, entity }: Follow,
  { title, text, reading }: ReadArticle,
  names: ReadonlyMap<string, number>,
): readonly Span[] | undefined {
  if (entity) {
    const local = names.get(entity);
    if (local === undefined) return undefined;
    const mentions = reading.entities[local]?.mentions ?? [];
    return reading.sentences.filter((sentence) => mentions.some((mention) => holds(sentence, mention)));
  }
  const holdsWords = (words: string) => ` ${fold(words)} `.includes(` ${fold(name)} `);
  const sentences = reading.sentences.filter((span) => holdsWords(slice(text, span)));
  return sentences.length > 0 || holdsWords(title) ? sentences : undefined;
}
