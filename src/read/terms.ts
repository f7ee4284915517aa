import { stemmer } from 'stemmer';
import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** The weight of each term of a sentence, the whole scaled to length one. */
export type Terms = ReadonlyMap<string, number>;

/** A word as it counts: stemmed, so that "resigns" and "resigned" are one; strong if it carries sense. */
export interface Word {
  readonly stem: string;
  readonly strong: boolean;
}

export const wordsOf = (tokens: readonly Token[], lexicon: Lexicon): Word[] =>
  tokens
    .filter(({ kind }) => kind !== 'mark')
    .map(({ key }) => ({ stem: stemmer(key), strong: key.length > 1 && !lexicon.weakWords.has(key) }));

/** Weighs the strong words of each sentence by how few sentences have them: one in all of them tells none apart. */
export function weighed(sentences: readonly (readonly Word[])[]): Terms[] {
  const bags = sentences.map((words) => words.filter(({ strong }) => strong).map(({ stem }) => stem));
  const sentencesWith = new Map<string, number>();
  for (const bag of bags) for (const word of new Set(bag)) sentencesWith.set(word, (sentencesWith.get(word) ?? 0) + 1);
  return bags.map((bag) =>
    scaled(bag.map((word) => [word, Math.log(1 + bags.length / sentencesWith.get(word)!)] as const)),
  );
}

/** A title's terms, to be compared with sentences: each counts alike. */
export const termsOfTitle = (words: readonly Word[]): Terms =>
  scaled(words.filter(({ strong }) => strong).map(({ stem }) => [stem, 1] as const));

function scaled(worth: readonly (readonly [string, number])[]): Terms {
  const weights = new Map<string, number>();
  for (const [word, weight] of worth) weights.set(word, (weights.get(word) ?? 0) + weight);
  const length = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return new Map([...weights].map(([word, weight]) => [word, weight / length]));
}

/** From 0, no term in common, to 1, the same terms. */
export function likeness(one: Terms, other: Terms): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [word, weight] of few) sum += weight * (many.get(word) ?? 0);
  return sum;
}
