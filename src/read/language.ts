import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

const LOOKED_AT = 400;
/**
 * Of the words written small in English news two in five are function words; in its neighbours one in ten looks like
 * one.
 */
const ENGLISH_SHARE = 0.2;
/** Too few words to tell: a headline leaves its function words out. */
const TOO_FEW = 6;

/** Whether a text reads as English, by the share of English function words in its beginning. */
export function isEnglish(tokens: readonly Token[], lexicon: Lexicon): boolean {
  const words = tokens.slice(0, LOOKED_AT).filter(({ kind }) => kind === 'word');
  if (words.length > 0 && !words.some(({ text }) => /^[a-z]/i.test(text))) return false;
  const small = words.filter(({ capital }) => !capital);
  return small.length < TOO_FEW || small.filter(isKnown).length >= small.length * ENGLISH_SHARE;

  function isKnown({ key }: Token): boolean {
    const { determiners, prepositions, conjunctions, auxiliaries } = lexicon;
    return determiners.has(key) || prepositions.has(key) || conjunctions.has(key) || auxiliaries.has(key);
  }
}
