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
  // Row by row, what it takes to make the beginnings of one the beginnings of the other; two rows back for a swap.
  let twoBack: number[] = [];
  let last = [0, ...other].map((_, column) => column);
  let now: number[] = [];
  for (let row = 1; row <= one.length; row++) {
    const letter = one.charCodeAt(row - 1);
    let least = row;
    now[0] = row;
    for (let column = 1; column <= other.length; column++) {
      const facing = other.charCodeAt(column - 1);
      let needed = last[column - 1]! + (letter === facing ? 0 : 1);
      needed = Math.min(needed, last[column]! + 1, now[column - 1]! + 1);
      if (row > 1 && column > 1 && letter === other.charCodeAt(column - 2) && facing === one.charCodeAt(row - 2)) {
        needed = Math.min(needed, twoBack[column - 2]! + 1);
      }
      now[column] = needed;
      least = Math.min(least, needed);
    }
    if (least > most) return Number.POSITIVE_INFINITY;
    [twoBack, last, now] = [last, now, twoBack];
  }
  const total = last[other.length]!;
  return total <= most ? total : Number.POSITIVE_INFINITY;
}
