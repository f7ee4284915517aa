import { wordsOf } from './words.ts';

/** Words that must stand one after another; a single word is a phrase of one. */
export interface Phrase {
  readonly words: readonly string[];
  /** The last word is only the beginning of one. */
  readonly open: boolean;
}

/** Phrases of which every one must occur. */
export type Query = readonly Phrase[];

const PART = /"([^"]*)"|“([^”]*)”|(\S+)/gu;

/** More would find nothing else, and a pasted page would be searched for word by word. */
const MOST = 24;

/**
 * What somebody typed, as a query. Quotation marks hold a phrase together; nothing else means anything, whatever the
 * database's own search language makes of it. A hyphenated word is a phrase.
 */
export function parseQuery(typed: string): Query {
  return Array.from(typed.matchAll(PART), ([part]) => wordsOf(part).map(({ folded }) => folded))
    .filter((words) => words.length > 0)
    .slice(0, MOST)
    .map((words) => ({ words: words.slice(0, MOST), open: false }));
}

/** The same query with its last word taken as the beginning of one; none where that would fit nearly everything. */
export function opened(query: Query): Query | undefined {
  const last = query.at(-1);
  if ((last?.words.at(-1)?.length ?? 0) < 3) return undefined;
  return query.map((phrase) => (phrase === last ? { ...phrase, open: true } : phrase));
}
