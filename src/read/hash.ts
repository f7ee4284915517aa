/** Where hashing begins (FNV-1a, 32 bits). */
export const START = 0x811c9dc5 | 0;

/** A hash with one more character. */
export const mixCode = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** A number of 32 bits for a text. */
export function hashOf(text: string): number {
  let hash = START;
  for (let at = 0; at < text.length; at += 1) hash = mixCode(hash, text.charCodeAt(at));
  return hash;
}

/** Two numbers as one of 32 bits, their order counted (a round of MurmurHash3). */
export function mix(one: number, other: number): number {
  let hash = Math.imul(other, 0xcc9e2d51);
  hash = (hash << 15) | (hash >>> 17);
  hash = one ^ Math.imul(hash, 0x1b873593);
  hash = (hash << 13) | (hash >>> 19);
  return (Math.imul(hash, 5) + 0xe6546b64) | 0;
}
