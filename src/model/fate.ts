import type { Edition } from './edition.ts';
import type { Refused } from './refused.ts';
import type { ReadArticle } from './story.ts';

/** What happened to an article that was read. */
export interface Fate {
  readonly article: ReadArticle;
  /** Why its page was not read, where its text is only what its feed says of it. */
  readonly page?: Refused;
  /** The articles of its story, oldest first. */
  readonly story: readonly ReadArticle[];
  /** The last edition here; none yet where it is left out. */
  readonly edition?: Edition;
  /** The place of its story in that edition. */
  readonly shownAt?: number;
  /** The step at which its story was left out of it, and the story's rank. */
  readonly leftOut?: Edition['leftOut'][number];
}

/** What happened to something that was not taken in. */
export interface RefusedFate {
  readonly refused: Refused;
  /** The feed's title or the file's name. */
  readonly from: string;
}
