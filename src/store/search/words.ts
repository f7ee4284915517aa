/** A word of a text as it is searched, and where it stands. */
export interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const MARKS = /\p{M}+/gu;

/** The words of a text, parted as FTS5 parts them, so that "Yemen's" is two: lower case, without diacritics. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    folded: match[0].normalize('NFD').replace(MARKS, '').toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  })).filter(({ folded }) => folded !== '');
}
