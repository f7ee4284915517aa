import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { isAnyPerson, isPersonPlural } from './person-nouns.ts';
import { isPossessive, type Range, type Token } from './tokens.ts';
import { isFunctionWord, isPlainWord } from './words.ts';

/** An office or occupation and what it is of. */
export interface OfficePhrase extends Range {
  /** Where the office itself ends and its tail begins. */
  readonly office: number;
}

const LONGEST_BEFORE_OFFICE = 9;
const LONGEST_TAIL = 14;
const TAIL_BEGINS = /^(?:of|to|for|at|in|on|with|from|and)$/;
const TAIL_WORD = /^(?:of|to|for|at|in|on|from|the|a|an|its|his|her|their|near)$/;
const PARTICIPLE = /(?:ed|ing)$/;
/** "mother-in-law", "runner-up", "president-elect" */
const BELONGS_BEHIND = /^(?:up|elect|designate|in|at|general|law|chief)$/;
const QUOTATION = /^["“”„«»]$/;

/** An office with what it is of, read forwards: "head of the port's pilots union". Articles in front are left out. */
export function officePhraseAt(
  { tokens }: Layout,
  at: number,
  limit: number,
  lexicon: Lexicon,
): OfficePhrase | undefined {
  if (at >= limit) return undefined;
  if (tokens[at]!.key === 'one' && tokens[at + 1]?.key === 'of') return oneOf(tokens, at, limit, lexicon);
  const article = lexicon.determiners.has(tokens[at]!.key);
  const from = article ? at + 1 : at;
  const office = endOfOffice(tokens, from, limit, article, lexicon);
  return office === undefined ? undefined : { from, office, to: withTail(tokens, office, limit, lexicon) };
}

/** "one of the port's first pilots" */
function oneOf(tokens: readonly Token[], from: number, limit: number, lexicon: Lexicon): OfficePhrase | undefined {
  for (let at = from + 2; at < Math.min(limit, from + LONGEST_BEFORE_OFFICE); at += 1) {
    const token = tokens[at]!;
    if (token.kind === 'mark' && !isPossessive(token) && !token.glued && !QUOTATION.test(token.text)) return undefined;
    const closed = QUOTATION.test(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
    if (isPersonPlural(token, lexicon)) return { from, office: closed, to: withTail(tokens, closed, limit, lexicon) };
  }
  return undefined;
}

/** Over adjectives and names to the last office in the row: "deputy foreign minister", "Halden Council leader". */
function endOfOffice(
  tokens: readonly Token[],
  from: number,
  limit: number,
  article: boolean,
  lexicon: Lexicon,
): number | undefined {
  let end: number | undefined;
  let at = from;
  while (at < limit && at - from <= LONGEST_BEFORE_OFFICE) {
    const office = lexicon.offices.at(tokens, at, limit)?.length ?? (isAnyPerson(tokens[at], lexicon) ? 1 : 0);
    if (office > 0) {
      at += office;
      end = at;
    } else if (end === at && isGlued(tokens, at) && at + 1 < limit) {
      end = BELONGS_BEHIND.test(tokens[at + 1]!.key) ? at + 2 : undefined;
      at += 2;
    } else if (mayPrecede(tokens, at, article, lexicon)) {
      // In "the mayor's wife" and "the star parents" it is not the office that counts
      if (tokens[at]!.capital && end !== undefined) break;
      end = undefined;
      at += 1;
    } else {
      break;
    }
  }
  return end;
}

const isGlued = (tokens: readonly Token[], at: number) => tokens[at]!.text === '-' && tokens[at]!.glued;

function mayPrecede(tokens: readonly Token[], at: number, article: boolean, lexicon: Lexicon): boolean {
  const token = tokens[at]!;
  if (isPossessive(token) || (token.text === '-' && token.glued) || token.kind === 'number') return true;
  if (token.capital) return !lexicon.determiners.has(token.key);
  if (lexicon.officeModifiers.has(token.key)) return true;
  if (!isPlainWord(token, lexicon) || lexicon.speechVerbs.has(token)) return false;
  return !(/ly$/.test(token.key) || PARTICIPLE.test(token.key)) || (article && !lexicon.offices.has(tokens[at - 1]));
}

/** "... of the port's pilots union": until a mark, a verb, or too far. */
function withTail(tokens: readonly Token[], office: number, limit: number, lexicon: Lexicon): number {
  if (office >= limit || !TAIL_BEGINS.test(tokens[office]!.key)) return office;
  let at = office;
  while (at < limit && at - office < LONGEST_TAIL && mayFollow(tokens, at, limit, lexicon)) at += 1;
  if (at - office === LONGEST_TAIL) at = wholeBefore(tokens, office, at);
  while (at > office && (isFunctionWord(tokens[at - 1]!, lexicon) || tokens[at - 1]!.kind === 'mark')) {
    if (isPossessive(tokens[at - 1])) break;
    at -= 1;
  }
  return at;
}

/** A tail cut off in the middle of a name or of what is joined: rather the whole of what stands before it. */
function wholeBefore(tokens: readonly Token[], office: number, end: number): number {
  for (let at = end; at > office; at -= 1) if (tokens[at]?.key === 'and') return at;
  for (let at = end; at > office; at -= 1) if (TAIL_BEGINS.test(tokens[at]?.key ?? '')) return at;
  return office;
}

function mayFollow(tokens: readonly Token[], at: number, limit: number, lexicon: Lexicon): boolean {
  const token = tokens[at]!;
  const before = tokens[at - 1]!;
  if (isPossessive(token)) return token.glued;
  // "envoy to the port"; but "asked as envoy to help"
  if (token.key === 'to') return leadsToName(tokens, at, limit, lexicon);
  if (TAIL_WORD.test(token.key)) return true;
  if (token.key === 'and' || token.key === 'with') return goesOn(tokens, at, limit, lexicon);
  // "aide to Sen. Holm"
  if (token.text === '.') return token.glued && before.capital && isShort(before, lexicon) && at + 1 < limit;
  if (token.kind === 'mark') return token.glued && /^[-–&]$/u.test(token.text);
  if (token.capital || token.kind === 'number') return true;
  const governed = isPossessive(before) || TAIL_WORD.test(before.key);
  // "head of the united front"; but "head of the group holding the port"
  if (PARTICIPLE.test(token.key) && !governed && before.kind === 'word') return false;
  return isPlainWord(token, lexicon) && (governed || !lexicon.speechVerbs.has(token));
}

const isShort = (token: Token, lexicon: Lexicon) => lexicon.offices.has(token) || lexicon.titles.has(token.key);

function leadsToName(tokens: readonly Token[], to: number, limit: number, lexicon: Lexicon): boolean {
  const next = to + 1 < limit ? tokens[to + 1] : undefined;
  return next !== undefined && (next.capital || lexicon.determiners.has(next.key));
}

/** "Trade and Industry", "mayor and former nurse", "head of trade and industry,"; but "mayor and lives in the port". */
function goesOn(tokens: readonly Token[], and: number, limit: number, lexicon: Lexicon): boolean {
  const next = tokens[and + 1];
  if (!next || and + 1 >= limit) return false;
  if (next.capital) return tokens[and - 1]!.capital || tokens[and - 1]!.glued || tokens[and]!.key === 'with';
  const article = lexicon.determiners.has(next.key);
  if (article && tokens[and]!.key === 'with') return true;
  if (endOfOffice(tokens, article ? and + 2 : and + 1, limit, article, lexicon) !== undefined) return true;
  const after = tokens[and + 2];
  return isPlainWord(next, lexicon) && (after === undefined || after.kind === 'mark' || and + 2 >= limit);
}
