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
