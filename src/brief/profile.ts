import type { Commonness, Terms } from '../model/terms.ts';

/** Terms and their weights, of length 1 at the most; only terms that another article has too. */
export type Profile = ReadonlyMap<number, number>;

/**
 * As if so many other articles had been read that hold none of the terms: without them a word that both of two articles
 * have would be as common as can be, and say nothing.
 */
const IMAGINED = 50;
/** What terms of one article alone take from a profile's length, once very many articles have been read: then they are mostly slips. */
const ALONE = 0.3;
/** Terms of a profile at the most, the weightiest. */
const MOST = 100;

/** How terms are weighed. */
export interface Weighing {
  /** The power of a term's rarity. */
  readonly sharpness: number;
  /** A text of fewer terms is taken to have more of its own: in two short texts a shared word may well be chance. */
  readonly fewest: number;
}

/** TF-IDF: how much an article makes of a term, the more the rarer the term is. */
export function profileOf(terms: Terms, { articles, holders }: Commonness, { sharpness, fewest }: Weighing): Profile {
  const rarity = (held: number) => Math.log((articles + IMAGINED) / held) ** sharpness;
  const alone = (IMAGINED + ALONE * articles) / (IMAGINED + articles);
  const shared: [number, number][] = [];
  let unshared = Math.max(fewest - terms.size, 0) * alone * rarity(2) ** 2;
  for (const [term, much] of terms) {
    const held = Math.max(holders(term), 1);
    const weight = (1 + Math.log(Math.max(much, 0.1))) * rarity(held);
    if (weight <= 0) continue;
    if (held > 1) shared.push([term, weight]);
    else unshared += alone * weight * weight;
  }
  shared.sort(([a, one], [b, other]) => other - one || a - b);
  const kept = shared.slice(0, MOST);
  const length = Math.sqrt(kept.reduce((sum, [, weight]) => sum + weight * weight, unshared));
  return new Map(kept.map(([term, weight]) => [term, weight / length]));
}

/** The commonness of terms among these articles. */
export function commonnessIn(all: readonly Terms[]): Commonness {
  const holders = new Map<number, number>();
  for (const terms of all) for (const term of terms.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  return { articles: all.length, holders: (term) => holders.get(term) ?? 0 };
}

/** An article's terms by what they say of it, the most telling first; also those that no other article has yet. */
export function mostTelling(terms: Terms, { articles, holders }: Commonness): number[] {
  const weight = ([term, much]: readonly [number, number]) =>
    (1 + Math.log(Math.max(much, 0.1))) * Math.log((articles + IMAGINED) / Math.max(holders(term), 1));
  return [...terms]
    .map((entry) => ({ term: entry[0], weight: weight(entry) }))
    .sort((a, b) => b.weight - a.weight || a.term - b.term)
    .map(({ term }) => term);
}

/** The same with one more article, which has these terms. */
export const withOne = (terms: Terms, { articles, holders }: Commonness): Commonness => ({
  articles: articles + 1,
  holders: (term) => holders(term) + (terms.has(term) ? 1 : 0),
});
