import { fold } from '../../base/fold.ts';
import { newFact } from '../../brief/changes.ts';
import type { Follow } from '../../model/follow.ts';
import { holds, type Span, slice } from '../../model/span.ts';
import type { ReadArticle } from '../../model/story.ts';
import type { FollowedNews } from '../../render/follow.ts';
import { articlesOfStory } from '../../store/articles/articles.ts';
import type { articlesSeen } from '../../store/follows.ts';
import { scopedTo } from '../../store/scoped.ts';
import type { Store } from '../../store/store.ts';

/** Articles that came in, each with the place in its reading of every entity it names. */
export type Seen = Awaited<ReturnType<typeof articlesSeen>>;

interface Naming {
  readonly article: ReadArticle;
  readonly names: readonly string[];
  /** Where it was followed first: what is known there is told. */
  readonly guild: string;
  readonly sentence: Span | undefined;
}

/** Each article once that tells something new, with the names in it that a member follows; `seenBy` is by server. */
export async function followedNews(
  store: Store,
  follows: readonly Follow[],
  seenBy: ReadonlyMap<string, Seen>,
): Promise<FollowedNews[]> {
  const found = new Map<string, Naming>();
  for (const follow of follows) {
    for (const { article, names } of seenBy.get(follow.guild) ?? []) {
      const sentences = article.firstSeen > follow.toldTo ? sentencesOn(follow, article, names) : undefined;
      if (!sentences) continue;
      const known = found.get(article.id) ?? { article, names: [], guild: follow.guild, sentence: sentences[0] };
      found.set(article.id, { ...known, names: [...known.names, follow.name] });
    }
  }
  const news: FollowedNews[] = [];
  for (const { article, names, guild, sentence } of found.values()) {
    const story = await articlesOfStory(scopedTo(store, guild), article.storyId, article.firstSeen);
    const earlier = story.filter((other) => isBefore(other, article));
    const fact = newFact([article], earlier);
    if (!fact && earlier.length > 0) continue;
    const span = sentence ?? fact?.span;
    news.push({ article, names: [...new Set(names)], ...(span && { sentence: { article, span } }) });
  }
  return news;
}

/** Of two that came in at the same moment, one is the first. */
const isBefore = (one: ReadArticle, other: ReadArticle): boolean =>
  one.firstSeen < other.firstSeen || (one.firstSeen.getTime() === other.firstSeen.getTime() && one.id < other.id);

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
