import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

export type Gender = 'man' | 'woman';

/** What a pronoun can stand for. */
export interface Pronoun {
  readonly number: 'one' | 'several';
  /** None for "it" and "they". */
  readonly gender?: Gender;
  /** "I" and "we" outside quotation marks: whoever wrote the article, whom the text need not name. */
  readonly author?: true;
}

const HE: Pronoun = { number: 'one', gender: 'man' };
const SHE: Pronoun = { number: 'one', gender: 'woman' };
const IT: Pronoun = { number: 'one' };
const THEY: Pronoun = { number: 'several' };
const AUTHOR: Pronoun = { number: 'one', author: true };
const PRONOUNS = new Map<string, Pronoun>([
  ['he', HE],
  ['she', SHE],
  ['it', IT],
  ['they', THEY],
  ['both', THEY],
  ['i', AUTHOR],
  ['we', AUTHOR],
]);
const POSSESSIVES = new Map<string, Pronoun>([
  ['his', HE],
  ['her', SHE],
  ['its', IT],
  ['their', THEY],
  ['my', AUTHOR],
  ['our', AUTHOR],
]);

/** "he", and the "he" of "he'd", where it can be a speaker. */
export function pronounOf({ key, text }: Token): Pronoun | undefined {
  const [word] = text.split(/['’](?=(?:d|ll|m|re|ve)$)/i);
  return PRONOUNS.get(word === text ? key : word!.toLowerCase());
}

/** "his" in "his call for a vote": those whose words are owned by a speaker. */
export const possessiveOf = (key: string): Pronoun | undefined => POSSESSIVES.get(key);

/** Words that stand for a name and never are one; "US" and "IT" are none of them. */
export const standsForName = ({ key, text }: Token, lexicon: Lexicon): boolean =>
  lexicon.pronouns.has(key) && (text.length === 1 || text !== text.toUpperCase());
