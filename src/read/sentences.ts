import type { Span } from '../model/span.ts';
import type { Lexicon } from './lexicon.ts';
import { type Range, spanOf, type Token } from './tokens.ts';

/** A sentence: where it stands, its tokens, and the paragraph it is in. */
export interface Sentence extends Span, Range {
  readonly paragraph: number;
}

const TERMINATOR = /^(?:[.!?…؟۔।॥。！？｡]|\.{2,})$/u;
/** Chinese and Japanese put no space after it. */
const WIDE_TERMINATOR = /^[。！？｡]$/u;
const CLOSER = /^(?:["”’'»)\]」』]|'')$/u;
/** What never opens a sentence: it goes on with the one before. */
const CONTINUES = /^[,;:)\]}%”»]$/u;
const STOPPED_ACRONYM = /^(?:\p{L}\.){2,}$/u;
const SHORT_LABEL = 2;

/** Splits one paragraph's tokens after every terminator, but for the named cases in which none ends there. */
export function sentencesOf(
  tokens: readonly Token[],
  { from, to }: Range,
  paragraph: number,
  lexicon: Lexicon,
): Sentence[] {
  const sentences: Sentence[] = [];
  let begin = from;
  for (let at = from; at < to; at += 1) {
    if (!mayEnd(tokens[at]!)) continue;
    const next = afterClosers(tokens, at + 1, to);
    if (next < to && goesOn({ tokens, begin, at, next, lexicon })) continue;
    sentences.push({ ...spanOf(tokens, { from: begin, to: next }), from: begin, to: next, paragraph });
    begin = next;
    at = next - 1;
  }
  if (begin < to) sentences.push({ ...spanOf(tokens, { from: begin, to }), from: begin, to, paragraph });
  return sentences;
}

function mayEnd({ kind, text }: Token): boolean {
  return kind === 'mark' ? TERMINATOR.test(text) : text.endsWith('.') && STOPPED_ACRONYM.test(text);
}

function afterClosers(tokens: readonly Token[], from: number, to: number): number {
  let next = from;
  while (next < to && tokens[next]!.glued && (CLOSER.test(tokens[next]!.text) || TERMINATOR.test(tokens[next]!.text))) {
    next += 1;
  }
  return next;
}

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

function goesOn(place: Place): boolean {
  const { tokens, at, next } = place;
  const following = tokens[next]!;
  if (following.glued) return !WIDE_TERMINATOR.test(tokens[at]!.text);
  if (CONTINUES.test(following.text)) return true;
  if (following.kind === 'word' && !following.capital && /^\p{Ll}/u.test(following.text)) return true;
  if (next > at + 1) return asksAloud(place);
  return isListNumber(place) || isAbbreviation(place) || isInitial(place);
}

/** `"Why now?" Rossi asked.` and `"It is over." Rossi said.` are one sentence; `"It is over." Rossi left.` is two. */
function asksAloud({ tokens, at, next, lexicon }: Place): boolean {
  let verb = next;
  while (verb < next + 4 && tokens[verb]?.capital) verb += 1;
  const said = verb > next ? lexicon.speechVerbs.at(tokens, verb) : undefined;
  if (!said) return false;
  return /^[!?]$/.test(tokens[at]!.text) || tokens[verb + said.length]?.text === '.';
}

/** "1. Open the door." */
function isListNumber({ tokens, begin, at }: Place): boolean {
  return at === begin + 1 && tokens[begin]!.kind === 'number' && tokens[begin]!.text.length <= SHORT_LABEL;
}

/** "Gen. Amir spoke"; but "the firm Halden Inc. The sale" and "in the U.S. He left" end a sentence. */
function isAbbreviation({ tokens, at, next, lexicon }: Place): boolean {
  const acronym = STOPPED_ACRONYM.test(tokens[at]!.text);
  const before = tokens[at - 1];
  const known = acronym || (tokens[at]!.glued && before !== undefined && lexicon.abbreviations.has(before.key));
  if (!known) return false;
  if (before && !acronym && (lexicon.titles.has(before.key) || lexicon.offices.has(before))) return true;
  const following = tokens[next]!;
  return following.kind === 'number' || !(following.capital && lexicon.openingWords.has(following.key));
}

/** "J. Edgar", "John F. Kennedy"; but "So did I. The" ends a sentence. */
function isInitial({ tokens, at, next, lexicon }: Place): boolean {
  const before = tokens[at - 1];
  if (tokens[at]!.text !== '.' || !before || !/^\p{Lu}$/u.test(before.text) || !tokens[at]!.glued) return false;
  return !lexicon.openingWords.has(tokens[next]!.key);
}
