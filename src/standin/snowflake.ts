/** The first second of 2015: Discord counts its ids' milliseconds from here. */
const EPOCH = 1_420_070_400_000n;

/** Hands out Discord ids: the instant in the upper 42 bits, a count below, each greater than the one before. */
export class Snowflakes {
  #last = 0n;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  next(): string {
    const earliest = (BigInt(this.#now()) - EPOCH) << 22n;
    this.#last = earliest > this.#last ? earliest : this.#last + 1n;
    return String(this.#last);
  }
}

/** Whether a text is an id at all: digits that fit in 64 bits. */
export function isSnowflake(text: string): boolean {
  return /^\d{1,20}$/.test(text) && BigInt(text) < 1n << 64n;
}

/** Ids in order of time. */
export function compareIds(a: string, b: string): number {
  const [first, second] = [BigInt(a), BigInt(b)];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** Which of `count` shards a guild's events go to, as Discord shares them out. */
export function shardOf(guild: string, count: number): number {
  return Number((BigInt(guild) >> 22n) % BigInt(count));
}
