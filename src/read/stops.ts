import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';
import { isFunctionWord } from './words.ts';

/** A place where a sentence may end. */
interface Place {
  readonly tokens: readonly Token[];
  /** Where the sentence began. */
  readonly begin: number;
  /** The terminator. */
  readonly at: number;
  /** What follows it and its closing marks. */
  readonly next: number;
  readonly lexicon: Lexicon;
}

const TERMINATOR = /^(?:[.!?…؟۔।॥。！？｡]|\.{2,})$/u;
/** Chinese and Japanese put no space after it. */
const WIDE_TERMINATOR = /^[。！？｡]$/u;
/** What never opens a sentence: it goes on with the one before. */
const CONTINUES = /^[,;:)\]}%”»]$/u;
const OPENING_MARK = /^["“‘«]$/u;
const CLOSING_MARK = /^["”’'»]$/u;
const DASH = /^(?:[-–—]|--)$/u;
const STOPPED_ACRONYM = /^(?:\p{L}\.){2,}$/u;
/** "halden.Com" is an address; what follows its stop is no sentence. */
const ADDRESS_END = /^(?:com|net|org|info|gov|edu|co|io|tv|js)$/i;
const FIRM_WORD = /^(?:inc|corp|ltd|co|plc)$/;
const SHORT_LABEL = 2;

export const isTerminator = ({ kind, text }: Token): boolean => kind === 'mark' && TERMINATOR.test(text);

/** Whether the sentence goes on behind a terminator. */
export function endsNothing(place: Place): boolean {
  const { tokens, at, next } = place;
  const following = tokens[next]!;
  if (following.glued) return !WIDE_TERMINATOR.test(tokens[at]!.text) && !lacksSpace(place);
  // "He waited . . . and left."
  if (CONTINUES.test(following.text) || isTerminator(following)) return true;
  if (following.kind === 'word' && !following.capital && /^\p{Ll}/u.test(following.text)) return true;
  if (next > at + 1) return asksAloud(place) || isSigned(place);
  return isLabel(place) || isAbbreviation(place) || isInitial(place) || isBrand(place);
}

/**
 * `It rained.Then it stopped.“We saw it,” she said.` Between a word or a year and a capital, or before an opening mark;
 * but not in "J.Holm", "halden.Com" or "U.S.Navy".
 */
function lacksSpace({ tokens, at, next, lexicon }: Place): boolean {
  const [before, following] = [tokens[at - 1], tokens[next]!];
  if (!before || tokens[at]!.kind !== 'mark') return false;
  if (OPENING_MARK.test(following.text)) return tokens[next + 1]?.glued === true;
  if (!following.capital || ADDRESS_END.test(following.text)) return false;
  if (next > at + 1) return CLOSING_MARK.test(tokens[next - 1]!.text);
  if (tokens[at]!.text !== '.') return true;
  const whole = before.kind === 'number' ? before.text.length > SHORT_LABEL : /\p{L}\p{Ll}$/u.test(before.text);
  const ends = tokens[next + 1]?.glued !== true || /^[,’']/u.test(tokens[next + 1]!.text);
  return whole && ends && !lexicon.abbreviations.has(before.key);
}

/** `"Why now?" Rossi asked.` and `"It is over." Rossi said.` are one sentence; `"It is over." Rossi left.` is two. */
function asksAloud({ tokens, at, next, lexicon }: Place): boolean {
  // "Is it late?" She replied to him.
  if (lexicon.pronouns.has(tokens[next]!.key) || lexicon.determiners.has(tokens[next]!.key)) return false;
  let verb = next;
  // "Mrs. Rossi asked", "J. Rossi asked"
  const inName = (token: Token | undefined) => token?.capital || (verb > next && token?.text === '.' && token.glued);
  while (verb < next + 6 && inName(tokens[verb])) verb += 1;
  const said = verb > next ? lexicon.speechVerbs.at(tokens, verb) : undefined;
  if (!said) return false;
  return /^[!?]$/.test(tokens[at]!.text) || tokens[verb + said.length]?.text === '.';
}

/** `“It is late.” – Karin Solheim` */
function isSigned({ tokens, next }: Place): boolean {
  return DASH.test(tokens[next]!.text) && CLOSING_MARK.test(tokens[next - 1]!.text);
}

/** "1. Open the door.", "see p. 4" */
function isLabel({ tokens, begin, at, next }: Place): boolean {
  const before = tokens[at - 1];
  if (at === begin + 1 && before!.kind === 'number') return before!.text.length <= SHORT_LABEL;
  return tokens[next]!.kind === 'number' && /^\p{Ll}$/u.test(before?.text ?? '');
}

/** "Gen. Amir spoke"; but "the firm Halden Inc. The sale" and "in the U.S. He left" end a sentence. */
function isAbbreviation({ tokens, begin, at, next, lexicon }: Place): boolean {
  const acronym = STOPPED_ACRONYM.test(tokens[at]!.text);
  const before = tokens[at - 1];
  const known = acronym || (tokens[at]!.glued && before !== undefined && lexicon.abbreviations.has(before.key));
  if (!known) return false;
  if (before && !acronym && (lexicon.titles.has(before.key) || lexicon.offices.has(before))) return true;
  const following = tokens[next]!;
  // an acronym alone is no sentence
  if (acronym && at === begin) return true;
  if (following.kind === 'number' || !following.capital) return true;
  // "a U.S. Air Force base": behind initials in capitals only a small word, or one set apart, surely begins a sentence
  if (acronym && /\p{Lu}/u.test(tokens[at]!.text) && tokens[next + 1]?.text !== ',')
    return !isSmallWord(following, lexicon);
  return !lexicon.openingWords.has(following.key);
}

const isSmallWord = (token: Token, lexicon: Lexicon): boolean =>
  isFunctionWord(token, lexicon) || lexicon.pronouns.has(token.key) || lexicon.linkingWords.has(token.key);

/** "J. Edgar", "John F. Kennedy"; but "So did I. The" ends a sentence. */
function isInitial({ tokens, at, next, lexicon }: Place): boolean {
  const before = tokens[at - 1];
  if (tokens[at]!.text !== '.' || !before || !/^\p{Lu}$/u.test(before.text) || !tokens[at]!.glued) return false;
  return !lexicon.openingWords.has(tokens[next]!.key);
}

/** "Halden! Inc. paid" */
function isBrand({ tokens, at, next }: Place): boolean {
  return tokens[at]!.text === '!' && FIRM_WORD.test(tokens[next]!.key);
}
