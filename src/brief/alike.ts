import type { Profile } from './profile.ts';

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
    for (const [one, alike] of sums) if (alike >= least) pairs.push({ one, other, alike });
  }
  return pairs;
}
