import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';
import { isFunctionWord } from './words.ts';

/** The weight of each word of a sentence, the whole scaled to length one. */
export type Terms = ReadonlyMap<string, number>;

/** The words that carry the sense, folded, with repeats. */
export function termsOf(tokens: readonly Token[], lexicon: Lexicon): string[] {
  return tokens.flatMap((token) => {
    if (
      token.kind === 'mark' ||
      token.key.length < 2 ||
      isFunctionWord(token, lexicon) ||
      lexicon.speechVerbs.has(token)
    )
      return [];
    return [token.key];
  });
}

/** Weighs words by how seldom they are among these sentences: a word in all of them tells them apart in nothing. */
export function weighed(bags: readonly (readonly string[])[]): Terms[] {
  const sentencesWith = new Map<string, number>();
  for (const bag of bags) for (const word of new Set(bag)) sentencesWith.set(word, (sentencesWith.get(word) ?? 0) + 1);
  return bags.map((bag) => {
    const weights = new Map<string, number>();
    for (const word of bag)
      weights.set(word, (weights.get(word) ?? 0) + Math.log(1 + bags.length / sentencesWith.get(word)!));
    const length = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1;
    return new Map([...weights].map(([word, weight]) => [word, weight / length]));
  });
}

/** From 0, no word in common, to 1, the same words. */
export function likeness(one: Terms, other: Terms): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [word, weight] of few) sum += weight * (many.get(word) ?? 0);
  return sum;
}
