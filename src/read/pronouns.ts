import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

export type Gender = 'man' | 'woman';

/** What a pronoun can stand for. */
export interface Pronoun {
  readonly number: 'one' | 'several';
  /** None for "it" and "they". */
  readonly gender?: Gender;
}

const THEY: Pronoun = { number: 'several' };
const PRONOUNS = new Map<string, Pronoun>([
  ['he', { number: 'one', gender: 'man' }],
  ['she', { number: 'one', gender: 'woman' }],
  ['it', { number: 'one' }],
  ['they', THEY],
  ['both', THEY],
]);

/** The pronouns that can be a speaker in somebody else's text. */
export const pronounOf = (key: string): Pronoun | undefined => PRONOUNS.get(key);

/** Words that stand for a name and never are one; "US" and "IT" are none of them. */
export const standsForName = ({ key, text }: Token, lexicon: Lexicon): boolean =>
  lexicon.pronouns.has(key) && (text.length === 1 || text !== text.toUpperCase());
