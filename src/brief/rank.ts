import { HOUR } from '../base/clock.ts';
import { datedAt } from '../model/article.ts';
import type { Story } from '../model/story.ts';

/**
 * What makes a story come first. Each part is 0 to about 1 before its weight.
 * - outlets: what several newsrooms report matters more; the second counts most, so a logarithm.
 * - recency: a story loses half of this part every 12 hours.
 * - voices: people are quoted, so there is something to read; three are enough.
 */
const WEIGHTS = { outlets: 3, recency: 2, voices: 1 } as const;
const HALF_LIFE = 12 * HOUR;

export function score({ articles }: Story, now: Date): number {
  const outlets = new Set(articles.map(({ outlet, url, id }) => outlet ?? hostOf(url) ?? id)).size;
  const newest = Math.max(...articles.map((article) => datedAt(article).getTime()));
  const speakers = new Set(
    articles.flatMap(({ reading }) => reading.quotes.flatMap(({ speaker }) => speaker?.names ?? [])),
  );
  return (
    WEIGHTS.outlets * Math.min(Math.log2(outlets) / 3, 1) +
    WEIGHTS.recency * 0.5 ** (Math.max(now.getTime() - newest, 0) / HALF_LIFE) +
    WEIGHTS.voices * Math.min(speakers.size / 3, 1)
  );
}

const hostOf = (url: string | undefined) => (url && URL.canParse(url) ? new URL(url).hostname : undefined);

/** The best first; of equals, the one whose id is smaller, so that the order never depends on how they came in. */
export function rank(stories: readonly Story[], now: Date): Story[] {
  return stories
    .map((story) => ({ story, score: score(story, now) }))
    .sort((a, b) => b.score - a.score || (a.story.id < b.story.id ? -1 : 1))
    .map(({ story }) => story);
}
