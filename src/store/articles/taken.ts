import type { Article } from '../../model/article.ts';
import type { Reading } from '../../model/reading.ts';
import type { Terms } from '../../model/terms.ts';

export interface Placed {
  readonly terms: Terms;
  /** Its terms, the most telling first. */
  readonly telling: readonly number[];
  /** The first article of the text it has; its own id where that is new. */
  readonly copyOf: string;
  /** Known articles that turn out to tell another story, with that story. */
  readonly moves: ReadonlyMap<string, string>;
}

/** An article that was taken in and read. */
export interface Taken {
  readonly article: Article;
  /** Tells one version from the next. */
  readonly contentHash: string;
  /** Where it was found: "file:NAME" or "feed:ID". */
  readonly origin: string;
  /** Of the feed's entry it was made of: an unchanged one needs no second look. */
  readonly entryHash?: string | undefined;
  readonly seenAt: Date;
  readonly storyId: string;
  /** How it stands among the others; none for an article whose content is known. */
  readonly placed?: Placed;
  readonly reading: Reading;
}
