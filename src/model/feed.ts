/** A feed that Lede refreshes, for every server or for some. */
export interface KnownFeed {
  readonly id: string;
  readonly url: string;
  /** What it calls itself, once it has been read. */
  readonly title?: string;
  /** Whether every server reads it that has not opted out. */
  readonly common: boolean;
  readonly nextAt: Date;
  readonly checkedAt?: Date;
  /** When it last gave its entries, or said that they are unchanged. */
  readonly succeededAt?: Date;
  /** Since when it gives none, how many times in a row, and why, as a clause. */
  readonly failingSince?: Date;
  readonly failures: number;
  readonly reason?: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** Of its bytes, for servers that know neither. */
  readonly bodyHash?: string;
}

/** Where articles of a feed are kept as found. */
export const originOf = (feed: Pick<KnownFeed, 'id'>): string => `feed:${feed.id}`;

/** One failed refresh is a hiccup; the second in a row comes twenty minutes after it. */
const DOWN_AFTER = 2;

/** Whether it counts as giving nothing any more: in every list and receipt alike. */
export const isDown = ({ failures, failingSince }: Pick<KnownFeed, 'failures' | 'failingSince'>): boolean =>
  failures >= DOWN_AFTER && failingSince !== undefined;
