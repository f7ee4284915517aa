import TinyQueue from 'tinyqueue';
import { HOUR } from '../base/clock.ts';
import type { Outline, Story } from '../model/story.ts';
import { independentIn } from './independent.ts';

/**
 * What makes a story come first. Each part is 0 to 1 before its weight; the weights say how much a part can do at most.
 * - sources 3: what several newsrooms report by themselves matters most. Copies of one wire text count once; the second
 *   newsroom says more than the ninth, so it is a logarithm, full at eight.
 * - recency 2: news ages; half of this part is lost every 12 hours.
 * - news 1.5: a story the channel has not had says more than one that only changed.
 * - topic 1: of a story that was asked for by its words, how much of it is about them.
 * - followed 1: it names somebody who is followed here.
 * - voices 1: people are quoted, so there is something to read; three are enough.
 */
export const WEIGHTS = { sources: 3, recency: 2, news: 1.5, topic: 1, followed: 1, voices: 1 } as const;
const HALF_LIFE = 12 * HOUR;
const FULL_SOURCES = 8;
const FULL_VOICES = 3;
/** What is left of `news` for a story that the channel knows and that brings a new fact. */
const CHANGED = 0.5;
/** Stories of one outlet in a row at the most: an edition is not one outlet's front page. */
const IN_A_ROW = 2;

export interface Circumstances {
  readonly now: Date;
  /** Articles that match the topic asked for; none where no topic was. */
  readonly onTopic?: ReadonlySet<string> | undefined;
  /** Articles that name somebody followed here. */
  readonly followed?: ReadonlySet<string> | undefined;
  /** Stories the channel has had. */
  readonly told?: ReadonlySet<string> | undefined;
}

export type Score = Readonly<Record<keyof typeof WEIGHTS, number>>;

export interface Ranked {
  readonly story: Story;
  /** Parts with their weights; they add up to `total`. */
  readonly score: Score;
  readonly total: number;
}

export function score({ id, articles }: Story, { now, onTopic, followed, told }: Circumstances): Score {
  const newest = greatest(articles, ({ datedAt }) => datedAt.getTime());
  const share = (of: ReadonlySet<string>) => articles.filter((article) => of.has(article.id)).length / articles.length;
  const independent = articles.length === 1 ? 1 : independentIn(articles).length;
  return {
    sources: weighed('sources', Math.min(Math.log2(independent) / Math.log2(FULL_SOURCES), 1)),
    recency: weighed('recency', 0.5 ** (Math.max(now.getTime() - newest, 0) / HALF_LIFE)),
    news: weighed('news', told?.has(id) ? CHANGED : 1),
    topic: weighed('topic', onTopic ? share(onTopic) : 0),
    followed: weighed('followed', followed && share(followed) > 0 ? 1 : 0),
    voices: weighed('voices', Math.min(greatest(articles, ({ voices }) => voices) / FULL_VOICES, 1)),
  };
}

const weighed = (part: keyof Score, value: number): number => Math.round(value * WEIGHTS[part] * 1_000) / 1_000;

const greatest = (articles: readonly Outline[], figure: (article: Outline) => number): number =>
  articles.reduce((most, article) => Math.max(most, figure(article)), Number.NEGATIVE_INFINITY);

/**
 * The best first; of equals, the one whose id is smaller, so that the order never depends on how they came in. Each is
 * looked for when it is asked for: of the forty thousand stories that are all there is, an edition asks for a hundred.
 */
export function* rank(stories: readonly Story[], circumstances: Circumstances): Generator<Ranked> {
  const ranked = stories.map((story) => rankedBy(circumstances, story));
  yield* mixed(new TinyQueue(ranked, (a, b) => b.total - a.total || byId(a.story, b.story)));
}

/** Those whose newest article is the newest first. */
export function* newestFirst(stories: readonly Story[], circumstances: Circumstances): Generator<Ranked> {
  const newest = ({ articles }: Story) => articles.at(-1)!.datedAt.getTime();
  const queue = new TinyQueue([...stories], (a, b) => newest(b) - newest(a) || byId(a, b));
  for (let next = queue.pop(); next; next = queue.pop()) yield rankedBy(circumstances, next);
}

function rankedBy(circumstances: Circumstances, story: Story): Ranked {
  const parts = score(story, circumstances);
  const { sources, recency, news, topic, followed, voices } = parts;
  return { story, score: parts, total: sources + recency + news + topic + followed + voices };
}

const byId = (a: Story, b: Story): number => (a.id < b.id ? -1 : 1);

/** Lets the next story of somebody else come before a third one in a row that only one outlet has. */
function* mixed(ranked: TinyQueue<Ranked>): Generator<Ranked> {
  /** Passed over, the best first: all of the outlet that has had enough. */
  const waiting: Ranked[] = [];
  let resumed = 0;
  let [outlet, inARow]: [string | undefined, number] = [undefined, 0];
  const put = (source: string | undefined) => {
    inARow = source === outlet ? inARow + 1 : 1;
    outlet = source;
  };
  const tired = (source: string | undefined) => source !== undefined && source === outlet && inARow >= IN_A_ROW;
  for (let next = ranked.pop(); next; next = ranked.pop()) {
    const source = onlySource(next.story.articles);
    if (tired(source)) {
      waiting.push(next);
      continue;
    }
    put(source);
    yield next;
    for (let back = waiting[resumed]; back; back = waiting[resumed]) {
      const theirs = onlySource(back.story.articles);
      if (tired(theirs)) break;
      put(theirs);
      resumed += 1;
      yield back;
    }
  }
  yield* waiting.slice(resumed);
}

function onlySource(articles: readonly Outline[]): string | undefined {
  const [first] = articles;
  return articles.every(({ source }) => source === first?.source) ? first?.source : undefined;
}
