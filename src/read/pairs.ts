import type { Word } from './terms.ts';

/**
 * What a text keeps coming back to, told by pairs of neighbouring words that stand in more than one of its sentences:
 * a summary should hold many of them, each once (the "concepts" of Gillick and Favre, 2009).
 */
export class Pairs {
  readonly #held: readonly ReadonlySet<string>[];
  readonly #weights = new Map<string, number>();
  readonly #told = new Set<string>();
  readonly #most: number;

  constructor(sentences: readonly (readonly Word[])[]) {
    this.#held = sentences.map(pairsOf);
    const among = new Map<string, number>();
    for (const pairs of this.#held) for (const pair of pairs) among.set(pair, (among.get(pair) ?? 0) + 1);
    for (const [pair, count] of among) this.#weights.set(pair, Math.log(count));
    this.#most = Math.max(Number.EPSILON, ...sentences.map((_, at) => this.#newIn(at)));
  }

  /** How much a sentence holds that is not told yet: from 0 to 1, the most that any holds. */
  gain(sentence: number): number {
    return this.#newIn(sentence) / this.#most;
  }

  tell(sentence: number): void {
    for (const pair of this.#held[sentence]!) this.#told.add(pair);
  }

  #newIn(sentence: number): number {
    let sum = 0;
    for (const pair of this.#held[sentence]!) if (!this.#told.has(pair)) sum += this.#weights.get(pair)!;
    return sum;
  }
}

/** Neighbours, at least one of which carries sense. */
function pairsOf(words: readonly Word[]): Set<string> {
  const pairs = new Set<string>();
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    if (next && (word.strong || next.strong)) pairs.add(`${word.stem} ${next.stem}`);
  }
  return pairs;
}
