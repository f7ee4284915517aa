import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

export const isGivenName = (token: Token | undefined, lexicon: Lexicon): boolean =>
  token?.capital === true && isGivenKey(token.key, lexicon);

export const isGivenKey = (key: string, lexicon: Lexicon): boolean =>
  lexicon.menNames.has(key) || lexicon.womenNames.has(key);

/** An article, a preposition, a conjunction, an auxiliary or a bare adverb: never a noun. */
export const isFunctionWord = ({ key }: Token, lexicon: Lexicon): boolean =>
  lexicon.determiners.has(key) ||
  lexicon.prepositions.has(key) ||
  lexicon.conjunctions.has(key) ||
  lexicon.auxiliaries.has(key) ||
  lexicon.adverbs.has(key);

/** A noun or an adjective written small, as far as word lists can tell. */
export const isPlainWord = (token: Token | undefined, lexicon: Lexicon): boolean =>
  token?.kind === 'word' && !token.capital && !isFunctionWord(token, lexicon);
