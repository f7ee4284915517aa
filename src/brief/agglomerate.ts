import TinyQueue from 'tinyqueue';
import type { Pair } from './alike.ts';

/** Whether two groups are one, by the mean likeness of two articles across them and within each. */
export type Joins = (across: number, one: Within, other: Within) => boolean;

export interface Within {
  /** Sum of the likenesses of every two. */
  readonly alike: number;
  readonly pairs: number;
}

interface Group {
  size: number;
  alike: number;
  /** Sums of likenesses with other groups. */
  readonly to: Map<number, number>;
  /** Counted up when it grows: what was queued before is out of date. */
  age: number;
}

interface Offer {
  readonly across: number;
  readonly one: number;
  readonly other: number;
  readonly ages: number;
}

/**
 * Average link: the two groups that are most alike on average become one, as long as `joins` allows it. Deterministic:
 * of equals, those that come first in the list. `start` are groups to begin with, the place of each article's group.
 * @returns for each article the place of its group's first article
 * @see Manning, Raghavan and Schütze, Introduction to Information Retrieval, 17.3
 */
export function agglomerate(start: readonly number[], pairs: readonly Pair[], joins: Joins): number[] {
  const groups = new Map<number, Group>();
  const parent = [...start];
  for (const place of start) {
    const group = groups.get(place);
    if (group) group.size += 1;
    else groups.set(place, { size: 1, alike: 0, to: new Map(), age: 0 });
  }
  for (const { one, other, alike } of pairs) {
    const [a, b] = [start[one]!, start[other]!];
    if (a === b) groups.get(a)!.alike += alike;
    else
      for (const [own, theirs] of [
        [a, b],
        [b, a],
      ] as const)
        raise(groups.get(own)!.to, theirs, alike);
  }

  const queue = new TinyQueue<Offer>([], (a, b) => b.across - a.across || a.one - b.one || a.other - b.other);
  const offer = (a: number, b: number, sum: number) => {
    const [one, other] = a < b ? [a, b] : [b, a];
    const [first, second] = [groups.get(one)!, groups.get(other)!];
    const across = sum / (first.size * second.size);
    if (joins(across, within(first), within(second))) queue.push({ across, one, other, ages: first.age + second.age });
  };
  for (const [a, { to }] of groups) for (const [b, sum] of to) if (a < b) offer(a, b, sum);

  for (let best = queue.pop(); best; best = queue.pop()) {
    const { one, other, ages } = best;
    const [kept, gone] = [groups.get(one), groups.get(other)];
    if (!kept || !gone || kept.age + gone.age !== ages) continue;
    groups.delete(other);
    parent[other] = one;
    kept.alike += gone.alike + (kept.to.get(other) ?? 0);
    kept.size += gone.size;
    kept.age += 1;
    kept.to.delete(other);
    for (const [third, sum] of gone.to) {
      if (third === one) continue;
      const { to } = groups.get(third)!;
      to.delete(other);
      raise(to, one, sum);
      raise(kept.to, third, sum);
    }
    for (const [third, sum] of kept.to) offer(one, third, sum);
  }
  return parent.map((_, place) => rootOf(place, parent));
}

const within = ({ alike, size }: Group): Within => ({ alike, pairs: (size * (size - 1)) / 2 });

const raise = (sums: Map<number, number>, key: number, by: number) => sums.set(key, (sums.get(key) ?? 0) + by);

function rootOf(place: number, parent: readonly number[]): number {
  let root = place;
  while (parent[root] !== root) root = parent[root]!;
  return root;
}
