import type { Lexicon } from './lexicon.ts';
import type { Range, Token } from './tokens.ts';

const LONGEST = 16;
const DASH = /^[-–—]$/u;

/**
 * Where the dateline at the beginning of a paragraph ends, behind its dash: "NORDBY, Norway, May 3 (AP) —",
 * "WASHINGTON —", "(CNN)". The beginning itself where there is none. A place alone counts only in capitals or from the
 * list: "Solheim - the mayor - left" has none.
 */
export function datelineEnd(tokens: readonly Token[], { from, to }: Range, lexicon: Lexicon): number {
  const last = Math.min(to, from + LONGEST);
  let at = from;
  while (at < last && isPlaceOrDate(tokens, at, from)) at += 1;
  const place = at;
  const agency = tokens[at]?.text === '(' ? agencyEnd(tokens, at, last) : at;
  const signed = agency > at;
  const dashed = dashEnd(tokens, agency, to);
  if (dashed === agency) return signed && place === from && isOpening(tokens[agency], to, agency) ? agency : from;
  if (!isOpening(tokens[dashed], to, dashed)) return from;
  return signed || (place > from && isKnownPlace(tokens, { from, to: place }, lexicon)) ? dashed : from;
}

/** Capitalised words, numbers, and the commas and stops between them. */
function isPlaceOrDate(tokens: readonly Token[], at: number, from: number): boolean {
  const { kind, capital, text } = tokens[at]!;
  return kind === 'word' ? capital : at > from && (kind === 'number' || /^[,./]$/.test(text));
}

/** "(AP)", "(Reuters)", "(Halden News Agency)": a few capitalised words in brackets. */
function agencyEnd(tokens: readonly Token[], open: number, last: number): number {
  let at = open + 1;
  while (at < last && at <= open + 4 && tokens[at]!.kind === 'word' && tokens[at]!.capital) at += 1;
  return at > open + 1 && tokens[at]?.text === ')' ? at + 1 : open;
}

function dashEnd(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (at < to && at < from + 2 && DASH.test(tokens[at]!.text)) at += 1;
  return at;
}

function isOpening(token: Token | undefined, to: number, at: number): boolean {
  return at < to && token !== undefined && (token.capital || token.kind === 'number' || /^["“‘«]$/u.test(token.text));
}

/**
 * "BERGEN —" and "Bergen — The quay", but not "NATO - Russia talks", nor "US - Iran talks": a single hyphen counts only
 * behind a listed place in capitals.
 */
function isKnownPlace(tokens: readonly Token[], { from, to }: Range, lexicon: Lexicon): boolean {
  const first = tokens[from]!.text;
  const listed = lexicon.places.at(tokens, from) !== undefined;
  const capitals = first.length > 2 && first === first.toUpperCase();
  const long = tokens[to]!.text !== '-' || tokens[to + 1]!.text === '-';
  return long ? capitals || listed : capitals && listed && !tokens[to]!.glued;
}
