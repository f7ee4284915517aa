/** The Arabic article as newspapers write it, before a name, also melted into it: "al-Houthi", "ash-Sharaa", "El-Sisi". */
const ARTICLES = new Set(['al', 'el', 'ul', 'as', 'ash', 'at', 'ad', 'adh', 'ar', 'an', 'az']);

/** The words of a folded name, without al- unless nothing else is left. */
export function bareWords(folded: string): string[] {
  const words = folded.split(' ');
  const bare = words.filter((word) => !ARTICLES.has(word));
  return bare.length > 0 ? bare : words;
}
