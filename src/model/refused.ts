/** Something an origin offered that was not taken in, or not whole. */
export interface Refused {
  /** "file:NAME" or "feed:ID". */
  readonly origin: string;
  /** The id its article has, or would have; where nothing tells that, its place in the origin. */
  readonly key: string;
  /** Its headline; where it has none, its address or its place: "ports.jsonl, line 3". */
  readonly title: string;
  readonly url?: string;
  readonly step: RefusedAt;
  /** Why, as a clause: "it has no text". */
  readonly reason: string;
  readonly at: Date;
}

/**
 * The step at which it was: when its file was read, when its feed's entry was looked at, when its page was fetched (the
 * feed's summary is then taken instead), or when its text was read.
 */
export const REFUSED_AT = ['file', 'entry', 'page', 'reading'] as const;
export type RefusedAt = (typeof REFUSED_AT)[number];
