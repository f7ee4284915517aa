/** A picture's caption, kept beside the text and never as part of it. */
export interface Caption {
  readonly text: string;
  readonly credit?: string;
}

/**
 * One text by one outlet. `id` is derived from its identity (canonical URL, else guid, else content), never from its
 * date; every Span counts in `text`. Without `publishedAt` it is undated.
 */
export interface Article {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly author?: string;
  readonly publishedAt?: Date;
  readonly language?: string;
  readonly captions?: readonly Caption[];
  /** Set where the page could not be had, and the text is only what its feed says of it. */
  readonly excerpt?: boolean;
}

/** An article that has been taken in. An undated one is ordered by when it was first seen. */
export interface KnownArticle extends Article {
  readonly version: number;
  readonly firstSeen: Date;
}

/** The instant an article is ordered by. */
export const datedAt = ({ publishedAt, firstSeen }: Pick<KnownArticle, 'publishedAt' | 'firstSeen'>): Date =>
  publishedAt ?? firstSeen;
