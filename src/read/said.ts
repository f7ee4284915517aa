import type { Attribution } from './attribution.ts';
import type { Frame } from './frames.ts';
import type { Quoted } from './quoted.ts';
import type { Scene } from './scene.ts';
import { isPossessive, type Token } from './tokens.ts';

/** So many words between quotation marks are said by somebody, whether the text names them or not. */
const SURELY_SAID = 5;
/** So many, after a colon or a comma and with a stop at their end, are a sentence. */
const SENTENCE = 4;
/** Every form of call, describe, label, dub, brand and deem. */
const NAMES_THINGS = /^(?:call|describ|labell?|dubb?|brand|deem)(?:e?s?|ed|ing)$/;
const OPENS_COMPLEMENT = /^(?:that|as|him|her|it|them|this|of|with|by|to|in|and|but|for|are|is)$/;

/**
 * Whether words in quotation marks are what somebody said. A "crisis cell", a title and a nickname are not: they take
 * the place of a noun, after an article or an adjective. What was said is a whole utterance, or completes what a
 * speaker says.
 */
export function isQuote(scene: Scene, frame: Frame, quoted: Quoted, { cue, speaker }: Attribution): boolean {
  const words = scene.layout.tokens.slice(quoted.from, quoted.to).filter(({ kind }) => kind !== 'mark');
  const whole = isUtterance(scene, frame, quoted);
  if (whole && speaker) return words.length > 0;
  if (words.length < 2 || isTitle(scene, quoted, words)) return false;
  if (words.length >= SURELY_SAID) return true;
  if (whole) return standsAlone(frame) || words.length >= SENTENCE;
  return (
    speaker !== undefined &&
    cue !== undefined &&
    cue.to <= frame.before.to &&
    completes(scene, frame, cue.to, words.length)
  );
}

/** Opens after a comma, a colon or with its sentence, and ends as a sentence or before ", she said". */
function isUtterance({ layout: { text, tokens } }: Scene, { before }: Frame, { words }: Quoted): boolean {
  const last = tokens[before.to - 1];
  const opens = before.from === before.to || /^[,:]$/.test(last!.text);
  return opens && /[.,!?…]$/u.test(text.slice(words.start, words.end));
}

const standsAlone = ({ before, after }: Frame) => before.from === before.to && after.from === after.to;

/** “The Long Winter Home”: capitals throughout, and no end of a sentence. */
function isTitle({ layout: { text }, lexicon }: Scene, quoted: Quoted, words: readonly Token[]): boolean {
  if (/[.!?]$/.test(text.slice(quoted.words.start, quoted.words.end))) return false;
  return words.every(
    (word) =>
      word.kind === 'number' ||
      word.capital ||
      lexicon.prepositions.has(word.key) ||
      lexicon.determiners.has(word.key) ||
      word.key === 'and',
  );
}

/** "the line remains “wholly safe”", "called the vote “a bad joke”"; not "formed a “crisis cell”". */
function completes(scene: Scene, { before }: Frame, cue: number, words: number): boolean {
  const {
    layout: { tokens },
    parts,
    lexicon,
  } = scene;
  const last = tokens[before.to - 1]!;
  if (cue === before.to) return !NAMES_THINGS.test(last.key);
  // "set up a “crisis cell”"; but "spoke of a “real catastrophe for us all”"
  if (isPossessive(last) || lexicon.determiners.has(last.key)) return words >= SENTENCE;
  if (lexicon.auxiliaries.has(last.key) || lexicon.adverbs.has(last.key) || OPENS_COMPLEMENT.test(last.key))
    return true;
  if (last.key.endsWith('ly') || /^[,:]$/.test(last.text)) return true;
  const names = NAMES_THINGS.test(tokens[cue - 1]!.key) && last.kind === 'word';
  return names && !parts.slice(cue, before.to).some((part) => part === 'verb' || part === 'auxiliary');
}
