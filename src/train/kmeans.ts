/** Points of one length, one after another: point `i` is `values[i * dimensions]` and those that follow. */
export interface Points {
  readonly values: Float32Array;
  readonly count: number;
  readonly dimensions: number;
}

/**
 * Spherical k-means: groups points of length one by the angle between them. The first centres are spread evenly over
 * the points and no chance is used, so the same points always give the same groups.
 */
export function kMeans(points: Points, groups: number, rounds: number): Points {
  const { dimensions } = points;
  let centres = spread(points, groups);
  for (let round = 0; round < rounds; round += 1) {
    const sums = new Float32Array(groups * dimensions);
    for (let point = 0; point < points.count; point += 1) {
      const to = nearest(centres, points, point) * dimensions;
      const from = point * dimensions;
      for (let at = 0; at < dimensions; at += 1) sums[to + at]! += points.values[from + at]!;
    }
    // A centre that lost all its points stays where it was.
    for (let group = 0; group < groups; group += 1) {
      if (!scaleToOne(sums, group * dimensions, dimensions)) copy(centres, group, sums);
    }
    centres = { values: sums, count: groups, dimensions };
  }
  return centres;
}

/** The centre at the smallest angle to a point. */
export function nearest({ values: centres, count }: Points, { values, dimensions }: Points, point: number): number {
  const from = point * dimensions;
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let centre = 0; centre < count; centre += 1) {
    const start = centre * dimensions;
    let likeness = 0;
    for (let at = 0; at < dimensions; at += 1) likeness += values[from + at]! * centres[start + at]!;
    if (likeness > most) {
      most = likeness;
      best = centre;
    }
  }
  return best;
}

/** Scales a stretch of numbers to length one; false if all are zero. */
export function scaleToOne(values: Float32Array, from: number, dimensions: number): boolean {
  let sum = 0;
  for (let at = from; at < from + dimensions; at += 1) sum += values[at]! * values[at]!;
  const length = Math.sqrt(sum);
  if (length === 0) return false;
  for (let at = from; at < from + dimensions; at += 1) values[at]! /= length;
  return true;
}

function spread({ values, count, dimensions }: Points, groups: number): Points {
  const centres = new Float32Array(groups * dimensions);
  for (let group = 0; group < groups; group += 1) {
    const point = Math.floor((group * count) / groups) * dimensions;
    centres.set(values.subarray(point, point + dimensions), group * dimensions);
  }
  return { values: centres, count: groups, dimensions };
}

function copy({ values, dimensions }: Points, group: number, to: Float32Array): void {
  to.set(values.subarray(group * dimensions, (group + 1) * dimensions), group * dimensions);
}
