import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** The word lists a word can be in, a bit each; the first that a word is in is its kind. */
export const LISTED = {
  man: 1 << 0,
  woman: 1 << 1,
  organization: 1 << 2,
  place: 1 << 3,
  other: 1 << 4,
  particle: 1 << 5,
  title: 1 << 6,
  office: 1 << 7,
  demonym: 1 << 8,
  calendar: 1 << 9,
  speech: 1 << 10,
  people: 1 << 11,
  opening: 1 << 12,
  preposition: 1 << 13,
  determiner: 1 << 14,
  conjunction: 1 << 15,
  auxiliary: 1 << 16,
  adverb: 1 << 17,
  pronoun: 1 << 18,
};
export const GIVEN_NAME = LISTED.man | LISTED.woman;
/** What stands before a person's name and is none of it. */
export const STYLE = LISTED.title | LISTED.office;

/** The bits of the lists a word is in. */
export type ListedWords = (word: Token) => number;

/** Puts the lists of single words together, so that a word is looked up once and not in each. */
export function listedWordsOf(lexicon: Lexicon): ListedWords {
  const lists: readonly (readonly [ReadonlySet<string>, number])[] = [
    [lexicon.menNames, LISTED.man],
    [lexicon.womenNames, LISTED.woman],
    [lexicon.organizationWords, LISTED.organization],
    [lexicon.placeWords, LISTED.place],
    [lexicon.otherWords, LISTED.other],
    [lexicon.nameParticles, LISTED.particle],
    [lexicon.titles, LISTED.title],
    [lexicon.calendar, LISTED.calendar],
    [lexicon.peopleWords, LISTED.people],
    [lexicon.openingWords, LISTED.opening],
    [lexicon.prepositions, LISTED.preposition],
    [lexicon.determiners, LISTED.determiner],
    [lexicon.conjunctions, LISTED.conjunction],
    [lexicon.auxiliaries, LISTED.auxiliary],
    [lexicon.adverbs, LISTED.adverb],
    [lexicon.pronouns, LISTED.pronoun],
  ];
  const bits = new Map<string, number>();
  for (const [words, bit] of lists) for (const word of words) bits.set(word, (bits.get(word) ?? 0) | bit);
  return (token) =>
    (bits.get(token.key) ?? 0) |
    (lexicon.offices.has(token) ? LISTED.office : 0) |
    (lexicon.demonyms.has(token) ? LISTED.demonym : 0) |
    (lexicon.speechVerbs.has(token) ? LISTED.speech : 0);
}
