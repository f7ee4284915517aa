import { endsSmall } from './hyphens.ts';
import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { overOf } from './of.ts';
import { standsForName } from './pronouns.ts';
import type { Sentence } from './sentences.ts';
import { isPossessive, type Range, type Token } from './tokens.ts';
import { isGivenName } from './words.ts';

/** Capitalised words in a row, inside one sentence: where names are. */
export interface Run extends Range {
  /** Begins its sentence, where any word has a capital. */
  readonly opens: boolean;
}

const JOINING_MARK = /^[-–&]$/u;
const LONGEST_ABBREVIATION = 5;
const OPENS_CLAUSE = /^(?:[“”„«"'‘(:—–•*|[]|``|\.{2,}|…)$/u;

/** Every run of capitalised words. Names are parts of runs; what a run holds is judged elsewhere. */
export function runsOf({ tokens, sentences }: Layout, lexicon: Lexicon): Run[] {
  return sentences.flatMap((sentence) => runsIn(tokens, sentence, lexicon));
}

function runsIn(tokens: readonly Token[], sentence: Sentence, lexicon: Lexicon): Run[] {
  const runs: Run[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const from = lowerParticle(tokens, at, lexicon) ? at : startsRun(tokens, at, lexicon) ? at : -1;
    if (from < 0) continue;
    const to = endOfRun(tokens, from, sentence.to, lexicon);
    for (const run of withoutOpening(tokens, { from, to }, opensClause(tokens, from, sentence), lexicon))
      runs.push(run);
    at = to - 1;
  }
  return runs;
}

/** Any word has a capital at the beginning of a sentence, of a quote, and after a colon or a dash. */
function opensClause(tokens: readonly Token[], at: number, { from }: Sentence): boolean {
  const before = tokens[at - 1];
  return (
    at === from ||
    (before?.kind === 'mark' && OPENS_CLAUSE.test(before.text) && !ownsNext(before)) ||
    (before?.kind === 'number' && at - 1 === from)
  );
}

/** "Hamas' Yusuf Haddad" */
const ownsNext = (mark: Token) => isPossessive(mark) && mark.glued;

function startsRun(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at]!;
  return token.capital && !isDate(tokens, at, lexicon) && !standsForName(token, lexicon);
}

/** "al-Houthi", "de Gaulle" and "van Dijk" begin with a small letter. */
function lowerParticle(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at]!;
  if (token.kind !== 'word' || token.capital || !lexicon.nameParticles.has(token.key)) return false;
  const hyphen = tokens[at + 1];
  return hyphen?.text === '-' && hyphen.glued && tokens[at + 2]?.glued === true && tokens[at + 2]!.capital;
}

function endOfRun(tokens: readonly Token[], from: number, limit: number, lexicon: Lexicon): number {
  let to = from + 1;
  for (;;) {
    const small = to - from > 1 && to + 1 < limit && endsSmall(tokens, to) ? to + 2 : undefined;
    const next = small ?? reachNext(tokens, to, limit, lexicon) ?? overOf(tokens, { from, to }, limit, lexicon);
    if (next === undefined) return to;
    to = next;
  }
}

/**
 * Where the run ends if it goes on at `at`: with a capital, or over a hyphen, an initial's stop, or particles to one.
 */
function reachNext(tokens: readonly Token[], at: number, limit: number, lexicon: Lexicon): number | undefined {
  const token = tokens[at];
  if (!token || at >= limit) return undefined;
  if (token.capital) return isDate(tokens, at, lexicon) ? undefined : at + 1;
  const following = at + 1 < limit ? tokens[at + 1] : undefined;
  const joined = following && JOINING_MARK.test(token.text) && (token.glued ? following.glued : token.text === '&');
  if (joined && (following.capital || lowerParticle(tokens, at + 1, lexicon))) return at + 2;
  if (token.text === '.' && token.glued && following?.capital && isShortened(tokens[at - 1]!)) return at + 2;
  if (token.kind !== 'word' || !lexicon.nameParticles.has(token.key)) return undefined;
  // "Carlos de la Torre", "Mohammed bin Salman", "Ali al-Sistani": up to two particles
  for (let over = at + 1; over < Math.min(limit, at + 4); over += 1) {
    if (tokens[over]!.capital) return over + 1;
    if (tokens[over]!.text !== '-' && !lexicon.nameParticles.has(tokens[over]!.key)) return undefined;
  }
  return undefined;
}

/** A stop inside a sentence follows an initial or an abbreviation. */
const isShortened = ({ capital, text }: Token) => capital && text.length <= LONGEST_ABBREVIATION;

/** "On Friday Iran" holds one name; but Theresa May and Jan Smuts are people. */
function isDate(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const { key } = tokens[at]!;
  if (!lexicon.calendar.has(key)) return false;
  const after = tokens[at + 1];
  const beginsName = isGivenName(tokens[at], lexicon) && after?.capital === true && !lexicon.calendar.has(after.key);
  return !(beginsName || (isGivenName(tokens[at - 1], lexicon) && after?.kind !== 'number'));
}

/** "But Iran", "In Gaza": the opening word is cut off, unless it is listed as part of a name ("New York"). */
function withoutOpening(tokens: readonly Token[], run: Range, opens: boolean, lexicon: Lexicon): Run[] {
  let { from } = run;
  while (from < run.to && isOpeningWord(tokens, { from, to: run.to }, opens && from === run.from, lexicon)) {
    from += 1;
    while (from < run.to && tokens[from]!.kind === 'mark') from += 1;
  }
  return from < run.to ? [{ from, to: run.to, opens: opens && from === run.from }] : [];
}

function isOpeningWord(tokens: readonly Token[], run: Range, opens: boolean, lexicon: Lexicon): boolean {
  const token = tokens[run.from]!;
  const isFunctionWord =
    standsForName(token, lexicon) ||
    lexicon.determiners.has(token.key) ||
    lexicon.prepositions.has(token.key) ||
    lexicon.conjunctions.has(token.key);
  if (!isFunctionWord && !(opens && lexicon.openingWords.has(token.key))) return false;
  if (/^\p{Lu}{2,}$/u.test(token.text)) return false;
  const listed = lexicon.organizations.at(tokens, run.from, run.to) ?? lexicon.places.at(tokens, run.from, run.to);
  if (listed && (listed.length > 1 || !isFunctionWord)) return false;
  const next = tokens[run.from + 1];
  if (isFunctionWord || !next || run.from + 1 >= run.to) return true;
  // "Health Ministry officials", "Police Chief Anders Holm"
  return !(lexicon.organizationWords.has(next.key) || lexicon.offices.has(next));
}
