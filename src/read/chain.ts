import { ENTITY_TYPES } from '../model/reading.ts';
import type { Range } from './tokens.ts';

/** Scores of stretches, one for each type after another: `scores[stretch * TYPES + type]`. */
export type Scores = Float64Array;
export const TYPES = ENTITY_TYPES.length;

const IMPOSSIBLE = Number.NEGATIVE_INFINITY;

/**
 * The stretches, none over another, and their types, whose scores add up to the most; in order. A word that is in none
 * scores nothing. Stretches come in the order in which they begin.
 */
export function bestOf(group: readonly Range[], scores: Scores): { readonly index: number; readonly type: number }[] {
  const { from, length } = extentOf(group);
  const sums = new Float64Array(length + 1);
  const choices = new Int32Array(length + 1).fill(-1);
  let index = 0;
  for (let at = 0; at <= length; at += 1) {
    if (at > 0 && sums[at - 1]! >= sums[at]!) {
      sums[at] = sums[at - 1]!;
      choices[at] = -1;
    }
    for (; index < group.length && group[index]!.from - from === at; index += 1) {
      const to = group[index]!.to - from;
      for (let type = 0; type < TYPES; type += 1) {
        const sum = sums[at]! + scores[index * TYPES + type]!;
        if (sum <= sums[to]!) continue;
        sums[to] = sum;
        choices[to] = index * TYPES + type;
      }
    }
  }
  const best: { index: number; type: number }[] = [];
  for (let at = length; at > 0; ) {
    const choice = choices[at]!;
    if (choice < 0) at -= 1;
    else {
      const chosen = Math.floor(choice / TYPES);
      best.push({ index: chosen, type: choice % TYPES });
      at = group[chosen]!.from - from;
    }
  }
  return best.reverse();
}

/**
 * How likely each stretch is a name of each type, from 0 to 1, over all ways to choose stretches none over another
 * (forward and backward sums of a semi-Markov random field, Sarawagi and Cohen 2004). Stretches come in the order in
 * which they begin.
 */
export function likelihoodsOf(group: readonly Range[], scores: Scores): Scores {
  const { from, length } = extentOf(group);
  const forward = new Float64Array(length + 1).fill(IMPOSSIBLE);
  forward[0] = 0;
  let index = 0;
  for (let at = 0; at <= length; at += 1) {
    if (at > 0) forward[at] = logSum(forward[at]!, forward[at - 1]!);
    for (; index < group.length && group[index]!.from - from === at; index += 1) {
      const to = group[index]!.to - from;
      for (let type = 0; type < TYPES; type += 1)
        forward[to] = logSum(forward[to]!, forward[at]! + scores[index * TYPES + type]!);
    }
  }
  const backward = new Float64Array(length + 1);
  const likely: Scores = new Float64Array(scores.length);
  index = group.length - 1;
  for (let at = length; at >= 0; at -= 1) {
    if (at < length) backward[at] = backward[at + 1]!;
    for (; index >= 0 && group[index]!.from - from === at; index -= 1) {
      const after = backward[group[index]!.to - from]!;
      for (let type = 0; type < TYPES; type += 1) {
        const score = scores[index * TYPES + type]!;
        backward[at] = logSum(backward[at]!, after + score);
        likely[index * TYPES + type] = Math.exp(forward[at]! + score + after - forward[length]!);
      }
    }
  }
  return likely;
}

/** Where a group begins, and how many tokens it covers. */
function extentOf(group: readonly Range[]): { readonly from: number; readonly length: number } {
  const { from } = group[0]!;
  return { from, length: group.reduce((end, { to }) => Math.max(end, to), 0) - from };
}

/** The logarithm of the sum of two numbers given by their logarithms. */
function logSum(one: number, other: number): number {
  if (other === IMPOSSIBLE) return one;
  return one > other ? one + Math.log1p(Math.exp(other - one)) : other + Math.log1p(Math.exp(one - other));
}
