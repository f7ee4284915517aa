import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

const LOOKED_AT = 400;
/** Of English news about two words in five are function words; of other European languages, by chance, one in twelve. */
const ENGLISH_SHARE = 0.2;
/** Too few words to tell: a headline leaves its function words out. */
const TOO_FEW = 12;

/** Whether a text reads as English, by the share of English function words in its beginning. */
export function isEnglish(tokens: readonly Token[], lexicon: Lexicon): boolean {
  const words = tokens.slice(0, LOOKED_AT).filter(({ kind }) => kind === 'word');
  if (words.every(({ text }) => !/^[a-z]/i.test(text))) return words.length === 0;
  if (words.length < TOO_FEW) return true;
  const known = words.filter(
    ({ key }) =>
      lexicon.determiners.has(key) ||
      lexicon.prepositions.has(key) ||
      lexicon.conjunctions.has(key) ||
      lexicon.auxiliaries.has(key),
  );
  return known.length >= words.length * ENGLISH_SHARE;
}
