import type { Caption } from '../model/article.ts';

/** An article as a file words it: nothing is checked, and only what is there is there. */
export interface Draft {
  readonly title?: string | undefined;
  readonly text?: string | undefined;
  readonly url?: string | undefined;
  readonly outlet?: string | undefined;
  readonly author?: string | undefined;
  readonly publishedAt?: string | undefined;
  readonly language?: string | undefined;
  readonly captions?: readonly Caption[];
  /** What the feed calls it. */
  readonly guid?: string | undefined;
  /** Whether its url is no identity, because others share it. */
  readonly byGuid?: boolean;
  /** Whether the text is only what a feed says of the article. */
  readonly excerpt?: boolean;
}

/** What stands at one place of a file: a draft with a clause for each part left out of it, or why there is none. */
export type Entry = {
  /** Which one, in a file that may hold several: "line 3". */
  readonly where?: string;
} & ({ readonly draft: Draft; readonly leftOut?: readonly string[] } | { readonly refused: string });
