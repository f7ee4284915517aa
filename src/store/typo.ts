/** How many slips are forgiven: none in a short word, where every other word is only one letter away. */
export function forgiven(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * How many slips make one word of the other: a letter missing, one too many, a wrong one, or two that changed places.
 * Infinity where it is more than `most`.
 */
export function slips(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let least = Math.min(last[column]! + 1, now[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (row > 1 && column > 1 && swapped) least = Math.min(least, before[column - 2]! + 1);
      now.push(least);
    }
    if (Math.min(...now) > most) return Number.POSITIVE_INFINITY;
    [before, last] = [last, now];
  }
  const total = last[other.length]!;
  return total <= most ? total : Number.POSITIVE_INFINITY;
}
