import { DAY } from '../base/clock.ts';
import type { Article } from '../model/article.ts';
import { datedAt, type KnownArticle } from '../model/article.ts';
import { likeness, profiles } from './likeness.ts';

/** Articles about one event are published close together. */
export const SAME_STORY_WITHIN = 3 * DAY;
/** Set so that two reports of one event join and two events of one conflict do not; a split is better than a wrong merge. */
const ENOUGH = 0.26;

export interface InStory extends KnownArticle {
  readonly storyId: string;
}

/**
 * The story a new article tells: that of the most alike of the candidates, where it is alike enough, else a story of
 * its own, named after it. Deterministic: of two equally alike, the smaller id wins.
 */
export function joinStory(
  article: Article & { readonly firstSeen: Date; readonly version: number },
  candidates: readonly InStory[],
): string {
  const at = datedAt(article).getTime();
  const near = candidates.filter(
    (other) => other.id !== article.id && Math.abs(datedAt(other).getTime() - at) <= SAME_STORY_WITHIN,
  );
  const [own, ...others] = profiles([article, ...near]);
  const alike = near
    .map((candidate, index) => ({ story: candidate.storyId, alike: likeness(own!, others[index]!) }))
    .filter(({ alike }) => alike >= ENOUGH)
    .sort((a, b) => b.alike - a.alike || (a.story < b.story ? -1 : 1));
  return alike[0]?.story ?? article.id;
}
