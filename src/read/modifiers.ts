import type { Lexicon } from './lexicon.ts';
import { isPersonNoun } from './person-nouns.ts';
import { isPossessive, type Token } from './tokens.ts';
import { isFunctionWord, isGivenKey, isPlainWord } from './words.ts';

/** So many words that no list knows may stand before an office: "fiercely private Danish sculptor". */
const UNKNOWN_WORDS = 3;
const LONGEST_NAME = 5;
const OPENS = /^[,(:;“”"«„—–]$/u;
const CLOSES = /^["”’»]$/u;
/** "then-mayor" */
const THEN = /^(?:then|now|once|ex|co|vice)$/;
const PLURAL = /[^suia]s$/;
const PARTICIPLE = /(?:ed|ing)$/;
/** Two of them beside "and" are two people: "his wife and daughter Ada". */
const KIN =
  /^(?:wife|husband|son|daughter|brother|sister|father|mother|uncle|aunt|cousin|niece|nephew|parent|widow|partner|girlfriend|boyfriend)$/;

/** Where an office begins with what belongs to it: "Iraq's acting", "interim", "finance and economy". */
export function withModifiers(tokens: readonly Token[], office: number, floor: number, lexicon: Lexicon): number {
  let from = office;
  for (let capitals = 0; from > floor; ) {
    const step = modifierBefore(tokens, from, floor, lexicon) || joinedBefore(tokens, from, office, floor, lexicon);
    if (step === 0) break;
    capitals = tokens[from - step]!.capital ? capitals + 1 : 0;
    if (capitals > LONGEST_NAME) break;
    from -= step;
  }
  return from;
}

/** How many tokens before `from` belong to the office: one for "interim", two for "Iraq's" or "vice-". */
function modifierBefore(tokens: readonly Token[], from: number, floor: number, lexicon: Lexicon): number {
  const token = tokens[from - 1]!;
  const before = from - 2 >= floor ? tokens[from - 2] : undefined;
  if (isPossessive(token)) return before?.capital && !isFunctionWord(before, lexicon) ? 2 : 0;
  if (token.text === '-' && token.glued)
    return before && before.kind !== 'mark' && (THEN.test(before.key) || !isFunctionWord(before, lexicon)) ? 2 : 0;
  // "2012 presidential candidate", "17th century writer"; but "in 2012 President Holm"
  if (token.kind === 'number') return before?.kind === 'word' && belongs(before, lexicon) ? 1 : 0;
  if (token.kind !== 'word' || isFunctionWord(token, lexicon) || lexicon.calendar.has(token.key)) return 0;
  if (belongs(token, lexicon)) return 1;
  const opens = from - 1 === floor && lexicon.openingWords.has(token.key);
  return token.capital ? (opens ? 0 : 1) : unknownBefore(tokens, from, floor, lexicon);
}

const belongs = (token: Token, lexicon: Lexicon) =>
  lexicon.officeModifiers.has(token.key) || lexicon.offices.has(token) || lexicon.demonyms.has(token);

/**
 * Words that no list knows belong to the office if what opens a noun phrase stands before them: "the outspoken retired
 * bishop", "critics like immigration barrister". In "voters blame mayor" nothing does.
 */
function unknownBefore(tokens: readonly Token[], from: number, floor: number, lexicon: Lexicon): number {
  // "the kingdom jailed cleric Holm"
  if (tokens[from]!.key.endsWith('ed')) return 0;
  for (let count = 1; count <= UNKNOWN_WORDS && from - count >= floor; count += 1) {
    const token = tokens[from - count]!;
    if (token.text === '-' && token.glued && count > 1) continue; // "anti-illegal immigration leader"
    if (!mayModify(token, lexicon)) return 0;
    const opener = from - count - 1 < floor ? undefined : tokens[from - count - 1]!;
    const participle = PARTICIPLE.test(token.key);
    // "the kingdom executed cleric Holm"
    if (participle && opener && mayModify(opener, lexicon)) return 0;
    // "former lawmaker and hip-hop artist"
    if (opener?.key === 'and' && isPersonNoun(tokens[from - count - 2], lexicon)) return count;
    if (opener === undefined) return participle || count > 2 ? 0 : count;
    if (lexicon.determiners.has(opener.key) || isPossessive(opener)) return count;
    // “It is late,” said board chair Ada Holm
    if (lexicon.speechVerbs.has(opener) && CLOSES.test(tokens[from - count - 2]?.text ?? '')) return count;
    // "after meeting mayor", "to visit mayor"
    if (lexicon.prepositions.has(opener.key)) return opener.key === 'to' || token.key.endsWith('ing') ? 0 : count;
    if (OPENS.test(opener.text)) return participle ? 0 : count;
    if (opener.kind === 'word' && (opener.capital || belongs(opener, lexicon))) {
      return lexicon.demonyms.has(opener) || lexicon.officeModifiers.has(opener.key) ? count : 0;
    }
  }
  return 0;
}

/** Also a capital at the beginning of a sentence: "Immigration barrister". */
function mayModify(token: Token, lexicon: Lexicon): boolean {
  if (token.kind !== 'word' || isFunctionWord(token, lexicon) || lexicon.speechVerbs.has(token)) return false;
  if (PLURAL.test(token.key) || lexicon.pronouns.has(token.key)) return false;
  return isPlainWord(token, lexicon) || (token.capital && !isGivenKey(token.key, lexicon));
}

/**
 * "finance and economy minister", "singer and actress": how many tokens the first of two joined words takes with "and".
 * In "the director and Mayor Ada Holm" they are two people.
 */
function joinedBefore(tokens: readonly Token[], from: number, office: number, floor: number, lexicon: Lexicon): number {
  const first = tokens[from - 2];
  if (!/^(?:and|&)$/.test(tokens[from - 1]!.text) || first?.kind !== 'word' || from - 2 < floor) return 0;
  if (isFunctionWord(first, lexicon) || PLURAL.test(first.key) || first.capital !== tokens[from]!.capital) {
    // "Political activist and philosopher" at the beginning of a sentence
    if (!(from - 2 === floor && first.capital && isPersonNoun(first, lexicon))) return 0;
  }
  if (from === office)
    return isPersonNoun(first, lexicon) && !KIN.test(first.key) && !KIN.test(tokens[from]!.key) ? 2 : 0;
  // "former lawmaker and hip-hop artist"
  if (isPersonNoun(first, lexicon) && !first.capital) return KIN.test(first.key) ? 0 : 2;
  return lexicon.officeModifiers.has(first.key) || lexicon.officeModifiers.has(tokens[from]!.key) ? 2 : 0;
}
