import { mix } from './hash.ts';

/** Gathers signs: `see(a, b)` hashes them with a number that tells this kind of sign from the others. */
export class Gathered {
  readonly signs: number[] = [];
  private kind = 0;

  /** The signs that follow are of kinds from this one on. */
  from(kind: number): this {
    this.kind = kind;
    return this;
  }

  see(one: number, other = 0): this {
    this.signs.push(mix(mix(this.kind, one), other));
    this.kind += 1;
    return this;
  }

  /** Several of one kind. */
  each(kind: number, ones: Iterable<number>, other = 0): this {
    for (const one of ones) this.signs.push(mix(mix(kind, one), other));
    return this;
  }

  /** One for each bit that is set. */
  bits(kind: number, bits: number, other = 0): this {
    for (let rest = bits; rest !== 0; rest &= rest - 1) this.signs.push(mix(mix(kind, rest & -rest), other));
    return this;
  }
}
