import { likelihoodsOf, TYPES } from '../read/chain.ts';
import { scoresOf } from '../read/tagger.ts';
import type { Lesson, Lessons } from './lessons.ts';
import { randomFrom, shuffle } from './random.ts';

/** How weights are learned; chosen on texts other than those learned from. */
export interface Course {
  readonly rounds: number;
  readonly rate: number;
  /** How often a sign is left out of a lesson. */
  readonly leaveOut: number;
  /** How often all that lists and rules say is left out. */
  readonly leaveOutKnown: number;
  /** How many times all is learned anew, in other orders: the mean of all runs depends less on chance. */
  readonly runs: number;
}

const SEED = 20_261_128;
/** Keeps the first steps of a weight short. */
const CAUTION = 0.1;
const NEGLIGIBLE = 1e-3;

/**
 * Weights, three for each sign, under which the marked names are the most likely (AdaGrad, Duchi and others 2011; signs
 * left out by chance, so that none is leaned on too much; the mean of the weights after each round of the second half).
 */
export function learn({ lessons, signs }: Lessons, course: Course): Float64Array {
  const means = new Float64Array(signs.length * TYPES);
  const random = randomFrom(SEED);
  const settled = Math.floor(course.rounds / 2);
  // In a lesson only so many signs speak together; in a text all of them do.
  const share = (1 - course.leaveOut) / (course.rounds - settled) / course.runs;
  for (let run = 0; run < course.runs; run += 1) {
    const weights = new Float64Array(means.length);
    const slopes = new Float64Array(means.length);
    const order = [...lessons];
    for (let round = 0; round < course.rounds; round += 1) {
      shuffle(order, random);
      for (const lesson of order) learnFrom(lesson, weights, slopes, course, random);
      if (round >= settled) for (const [at, weight] of weights.entries()) means[at]! += weight * share;
    }
  }
  return means;
}

function learnFrom(
  { group, own, known, answers }: Lesson,
  weights: Float64Array,
  slopes: Float64Array,
  { rate, leaveOut, leaveOutKnown }: Course,
  random: () => number,
): void {
  const told = random() >= leaveOutKnown;
  const seen = group.map((_, index) => {
    const signs = told ? [...own[index]!, ...known[index]!] : [...own[index]!];
    return signs.filter(() => random() >= leaveOut);
  });
  let next = 0;
  const scores = scoresOf(group, (_, sums, at) => {
    for (const sign of seen[next]!)
      for (let type = 0; type < TYPES; type += 1) sums[at + type]! += weights[sign * TYPES + type]!;
    next += 1;
  });
  const likely = likelihoodsOf(group, scores);
  for (const [index, signs] of seen.entries()) {
    for (let type = 0; type < TYPES; type += 1) {
      const slope = (answers[index] === type ? 1 : 0) - likely[index * TYPES + type]!;
      if (Math.abs(slope) < NEGLIGIBLE) continue;
      for (const sign of signs) {
        const at = sign * TYPES + type;
        slopes[at]! += slope * slope;
        weights[at]! += (rate * slope) / Math.sqrt(slopes[at]! + CAUTION);
      }
    }
  }
}
