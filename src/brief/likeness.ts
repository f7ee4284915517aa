import type { Article } from '../model/article.ts';
import { tellingWords } from './words.ts';

/** Only the opening is compared: what follows is background that many stories share. */
const OPENING = 1_000;
/** A word of the title says more about the event than one of the text. */
const TITLE_WEIGHT = 2;

/** Words and their weights, of length 1. */
export type Profile = ReadonlyMap<string, number>;

type Told = Pick<Article, 'title' | 'text'>;

/** How often each telling word stands in the title and the opening, the title counting double. */
export function wordCounts({ title, text }: Told): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (words: readonly string[], weight: number) => {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  add(tellingWords(title), TITLE_WEIGHT);
  add(tellingWords(text.slice(0, OPENING)), 1);
  return counts;
}

/**
 * TF-IDF profiles of texts that are compared with each other: a word that many of them have tells little. The
 * inverse document frequency is smoothed so that in a comparison of two, shared words still count.
 */
export function profiles(texts: readonly Told[]): Profile[] {
  const counted = texts.map(wordCounts);
  const holders = new Map<string, number>();
  for (const counts of counted) for (const word of counts.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  const rarity = (word: string) => Math.log(1 + (counted.length + 1) / (holders.get(word) ?? 1));
  return counted.map((counts) =>
    unit(new Map([...counts].map(([word, n]) => [word, (1 + Math.log(n)) * rarity(word)]))),
  );
}

function unit(weights: ReadonlyMap<string, number>): Profile {
  const length = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
  return length === 0 ? weights : new Map([...weights].map(([word, weight]) => [word, weight / length]));
}

/** The cosine of two profiles, 0 to 1. */
export function likeness(one: Profile, other: Profile): number {
  const [short, long] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [word, weight] of short) sum += weight * (long.get(word) ?? 0);
  return sum;
}
