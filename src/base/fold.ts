const DIACRITICS = /\p{M}+/gu;
const APOSTROPHES = /['’‘ʼʻ`´]/g;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;

/**
 * A text as it is compared: lower case, without diacritics, apostrophes and hyphens.
 * "Al-Sharaa" and "al sharaa" fold alike, so do "Türkiye" and "turkiye".
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(DIACRITICS, '')
    .toLowerCase()
    .replace(APOSTROPHES, '')
    .replace(NOT_WORD, ' ')
    .trim();
}

/** The words of a text as they are compared. */
export function foldedWords(text: string): string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}
