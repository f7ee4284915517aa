import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';
import { isFunctionWord, isGivenName } from './words.ts';

/** How words for people are built: "dancer", "sculptor", "violinist", "magician", "oarsman", "democrat". */
const BUILT = /(?:er|or|eur|ist|ian|man|woman|person|crat|ee|ologue|path|[^l]isan)$/;
const SHORTEST = 5;

/** Whether a word is a noun for one person by the way it is built, though no list has it. */
export function isBuiltForPerson(token: Token | undefined, lexicon: Lexicon): boolean {
  if (token?.kind !== 'word' || token.key.length < SHORTEST || !BUILT.test(token.key)) return false;
  if (lexicon.notPeople.has(token.key) || lexicon.calendar.has(token.key)) return false;
  if (isFunctionWord(token, lexicon) || lexicon.speechVerbs.has(token)) return false;
  return !(token.capital && (isGivenName(token, lexicon) || lexicon.demonyms.has(token) || lexicon.places.has(token)));
}

/** Nouns for a person that say next to nothing; only an apposition makes a role of them: "a boy from the port". */
const ANYBODY =
  /^(?:man|woman|boy|girl|person|child|kid|baby|teen|character|native|graduate|fan|mother|father|parent|friend|neighbou?r|colleague|cousin|nephew|niece|grand(?:father|mother|son|daughter)|member|partner|contestant|performer|protagonist|expert|veteran|enthusiast|alumn(?:us|a))$/;

/** An office or occupation. */
export const isPersonNoun = (token: Token | undefined, lexicon: Lexicon): boolean =>
  lexicon.offices.has(token) || isBuiltForPerson(token, lexicon);

/** Any noun for one person. */
export const isAnyPerson = (token: Token | undefined, lexicon: Lexicon): boolean =>
  isPersonNoun(token, lexicon) || (token !== undefined && ANYBODY.test(token.key));

/** "ministers", "co-stars": several of whom one is an office or an occupation. */
export function isPersonPlural(token: Token | undefined, lexicon: Lexicon): boolean {
  if (token?.kind !== 'word' || !token.key.endsWith('s')) return false;
  return isPersonNoun({ ...token, text: token.text.slice(0, -1), key: token.key.slice(0, -1) }, lexicon);
}
