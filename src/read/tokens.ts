import { fold } from '../base/fold.ts';
import type { Span } from '../model/span.ts';

/** A word, a number or one punctuation mark, and where it stands. */
export interface Token extends Span {
  readonly text: string;
  /** How it is compared: folded, without stops ("U.S." and "US" are "us"). Empty for a punctuation mark. */
  readonly key: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** Nothing stands between it and the token before. */
  readonly glued: boolean;
}

/** Tokens from `from` up to, not including, `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const TOKEN = new RegExp(
  [
    String.raw`(?:\p{L}\.){2,}|\p{Lu}\.\p{Lu}(?![\p{L}\p{N}])`, // "U.S.", "p.m.", "U.S"
    String.raw`['’]s(?![\p{L}\p{N}])`, // the possessive is a token of its own
    // A word keeps its apostrophes ("O'Neill", "don't") and its ampersand ("S&P"), never a hyphen.
    String.raw`\p{L}(?:[\p{L}\p{M}\p{N}]|['’ʼ](?!s(?![\p{L}\p{N}]))(?=\p{L})|&(?=\p{Lu}))*`,
    String.raw`\p{N}(?:[\p{L}\p{M}\p{N}]|[.,:](?=\p{N}))*`, // "3,000", "605.5", "21st"
    String.raw`\.{2,}|''|${'``'}`, // three dots, and quotation marks made of two
    String.raw`[^\s]`,
  ].join('|'),
  'gu',
);

const CAPITAL = /^[\p{Lu}\p{Lt}]/u;
const LETTER = /^\p{L}/u;
const NUMBER = /^\p{N}/u;
const PLAIN = /^[a-z]+$/;

/** Takes a text, or a stretch of it, apart. Every character that is no white space is in exactly one token. */
export function tokensOf(text: string, { start, end }: Span = { start: 0, end: text.length }): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = start;
  let before = -1;
  for (let found = TOKEN.exec(text); found && found.index < end; found = TOKEN.exec(text)) {
    const token = tokenAt(found[0], found.index, found.index === before);
    tokens.push(token);
    before = token.end;
  }
  return tokens;
}

export const isPossessive = (token: Token | undefined): boolean =>
  token?.kind === 'mark' && /^['’]s?$/.test(token.text);

/** The stretch of text that a range of tokens covers. The range is not empty. */
export function spanOf(tokens: readonly Token[], { from, to }: Range): Span {
  return { start: tokens[from]!.start, end: tokens[to - 1]!.end };
}

function tokenAt(text: string, start: number, glued: boolean): Token {
  const kind = LETTER.test(text) ? 'word' : NUMBER.test(text) ? 'number' : 'mark';
  const key = kind === 'mark' ? '' : keyOf(text);
  return { text, start, end: start + text.length, key, kind, capital: kind === 'word' && CAPITAL.test(text), glued };
}

function keyOf(text: string): string {
  const lower = text.toLowerCase();
  return PLAIN.test(lower) ? lower : fold(text.replaceAll('.', ''));
}
