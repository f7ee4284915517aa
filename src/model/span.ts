/** Where something stands in an article's text: UTF-16 offsets, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The words of a span. Everything Lede shows of an article comes out of this function. */
export const slice = (text: string, { start, end }: Span): string => text.slice(start, end);

export const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

export const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;
