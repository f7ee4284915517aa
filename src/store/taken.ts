import type { Article } from '../model/article.ts';
import type { Reading } from '../model/reading.ts';

/** An article that was taken in and read. */
export interface Taken {
  readonly article: Article;
  /** Tells one version from the next. */
  readonly contentHash: string;
  /** Where it was found: "file:NAME" or "feed:ID". */
  readonly origin: string;
  readonly seenAt: Date;
  readonly storyId: string;
  readonly reading: Reading;
}
