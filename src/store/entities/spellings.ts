/** A word as typed, and without an al- that was written as part of it: "alsharaa" is "sharaa" too. */
export const spellings = (word: string): string[] => (/^[ae]l.{3}/u.test(word) ? [word, word.slice(2)] : [word]);
