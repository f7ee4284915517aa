import type { Profile } from './profile.ts';
import { isName } from './terms.ts';

/** Two of a list of articles, by place, the smaller first, and the cosine of their profiles. */
export interface Pair {
  readonly one: number;
  readonly other: number;
  readonly alike: number;
}

/** Every two profiles that are at least so alike. Only those that share a term are ever compared. */
export function alikePairs(profiles: readonly Profile[], least: number): Pair[] {
  const holders = new Map<number, { place: number; weight: number }[]>();
  const pairs: Pair[] = [];
  const names = profiles.map((profile) => [...profile.keys()].filter(isName));
  for (const [other, profile] of profiles.entries()) {
    const sums = new Map<number, number>();
    for (const [term, weight] of profile) {
      let held = holders.get(term);
      if (!held) {
        held = [];
        holders.set(term, held);
      }
      for (const { place, weight: theirs } of held) sums.set(place, (sums.get(place) ?? 0) + weight * theirs);
      held.push({ place: other, weight });
    }
    for (const [one, words] of sums) {
      const alike = words * agreement(names[one]!, names[other]!);
      if (alike >= least) pairs.push({ one, other, alike });
    }
  }
  return pairs;
}

/** What is left of the likeness of two articles that share no name, and what part of the names must be shared to keep all. */
const NAMELESS = 0.5;
const ENOUGH_NAMES = 0.34;

/**
 * Two reports of one event name some of the same people and places; two bank robberies told in the same words do not.
 * Where one of them has fewer than two names, nothing can be said.
 */
function agreement(one: readonly number[], other: readonly number[]): number {
  const fewer = Math.min(one.length, other.length);
  if (fewer < 2) return 1;
  const known = new Set(one);
  const shared = other.filter((name) => known.has(name)).length / fewer;
  return NAMELESS + (1 - NAMELESS) * Math.min(1, shared / ENOUGH_NAMES);
}
