import type { Span } from '../model/span.ts';
import { datelineEnd } from './dateline.ts';
import type { Lexicon } from './lexicon.ts';
import { endsNothing, isTerminator } from './stops.ts';
import { type Range, spanOf, type Token } from './tokens.ts';

/** A sentence: where it stands, its tokens, and the paragraph it is in. */
export interface Sentence extends Span, Range {
  readonly paragraph: number;
}

const CLOSER = /^(?:["”’'»)\]」』]|'')$/u;
const BULLET = /^[•●▪■◦‣➤]$/u;
const STOPPED_ACRONYM = /^(?:\p{L}\.){2,}$/u;

/**
 * Splits one paragraph's tokens before every bullet and after every terminator, but for the named cases in which none
 * ends there. A dateline before the first sentence stands apart: "BERGEN (AP) -" is no part of what is told.
 */
export function sentencesOf(
  tokens: readonly Token[],
  { from, to }: Range,
  paragraph: number,
  lexicon: Lexicon,
): Sentence[] {
  const sentences: Sentence[] = [];
  let begin = from;
  const endBefore = (end: number) => {
    if (end > begin) sentences.push({ ...spanOf(tokens, { from: begin, to: end }), from: begin, to: end, paragraph });
    begin = end;
  };
  endBefore(datelineEnd(tokens, { from, to }, lexicon));
  for (let at = begin; at < to; at += 1) {
    if (BULLET.test(tokens[at]!.text)) endBefore(at);
    if (!mayEnd(tokens[at]!)) continue;
    const next = afterClosers(tokens, { from: begin, to }, at + 1);
    if (next < to && endsNothing({ tokens, begin, at, next, lexicon })) continue;
    endBefore(next);
    at = next - 1;
  }
  endBefore(to);
  return sentences;
}

function mayEnd(token: Token): boolean {
  return isTerminator(token) || (token.kind === 'word' && STOPPED_ACRONYM.test(token.text));
}

function afterClosers(tokens: readonly Token[], { from, to }: Range, at: number): number {
  let next = at;
  while (next < to && tokens[next]!.glued && (isTerminator(tokens[next]!) || CLOSER.test(tokens[next]!.text))) {
    if (opensAfterStop(tokens, from, next)) break;
    next += 1;
  }
  return next;
}

/** `It stopped."We saw it," she said.` The space before the mark was forgotten: no mark is open that it could close. */
function opensAfterStop(tokens: readonly Token[], from: number, at: number): boolean {
  if (tokens[at]!.text !== '"' || tokens[at + 1]?.glued !== true || tokens[at + 1]!.kind === 'mark') return false;
  let before = 0;
  for (let mark = from; mark < at; mark += 1) if (tokens[mark]!.text === '"') before += 1;
  return before % 2 === 0;
}

/** The sentences of a text in another language: "am 3. Oktober", "3,5 Mio. Euro", "z. B. hier" end none there. */
export function joinedAbroad(tokens: readonly Token[], sentences: readonly Sentence[], lexicon: Lexicon): Sentence[] {
  const joined: Sentence[] = [];
  for (const sentence of sentences) {
    const last = joined.at(-1);
    if (last?.paragraph === sentence.paragraph && endsAbroad(tokens, last, lexicon)) {
      joined[joined.length - 1] = { ...last, end: sentence.end, to: sentence.to };
    } else {
      joined.push(sentence);
    }
  }
  return joined;
}

function endsAbroad(tokens: readonly Token[], { from, to }: Range, lexicon: Lexicon): boolean {
  const [word, stop] = [tokens[to - 2], tokens[to - 1]!];
  if (!word || to - 2 < from || stop.text !== '.') return false;
  if (word.kind === 'number') return /^\p{N}{1,2}$/u.test(word.text);
  return /^\p{L}$/u.test(word.text) || lexicon.abbreviationsAbroad.has(word.key);
}
