import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { isPossessive, type Range, type Token } from './tokens.ts';
import { isFunctionWord, isPlainWord } from './words.ts';

const LONGEST_BEFORE_OFFICE = 6;
const LONGEST_TAIL = 14;
const TAIL_BEGINS = /^(?:of|to|for|at|in|on|with|from|and)$/;
const TAIL_WORD = /^(?:of|to|for|at|in|on|from|and|the|a|an|its|his|her|their|near)$/;

/** An office with what it is of, read forwards: "head of the port's pilots union". Articles in front are left out. */
export function officePhraseAt({ tokens }: Layout, at: number, limit: number, lexicon: Lexicon): Range | undefined {
  const from = tokens[at] && lexicon.determiners.has(tokens[at].key) ? at + 1 : at;
  const office = endOfOffice(tokens, from, limit, lexicon);
  if (office === undefined) return undefined;
  return { from, to: withTail(tokens, office, limit, lexicon) };
}

/** Over adjectives and names to the last office in the row: "deputy foreign minister", "Halden Council leader". */
function endOfOffice(tokens: readonly Token[], from: number, limit: number, lexicon: Lexicon): number | undefined {
  let end: number | undefined;
  let at = from;
  while (at < limit && at - from <= LONGEST_BEFORE_OFFICE) {
    const office = lexicon.offices.at(tokens, at, limit);
    if (office) {
      at += office.length;
      end = at;
    } else if (end === undefined && mayPrecede(tokens, at, lexicon)) {
      at += 1;
    } else if (end !== undefined && tokens[at]!.text === '-' && tokens[at]!.glued) {
      at += 1;
    } else {
      break;
    }
  }
  return end;
}

function mayPrecede(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at]!;
  if (isPossessive(token) || (token.text === '-' && token.glued) || token.kind === 'number') return true;
  if (token.capital) return !lexicon.determiners.has(token.key);
  if (lexicon.officeModifiers.has(token.key)) return true;
  return isPlainWord(token, lexicon) && !lexicon.speechVerbs.has(token) && !/(?:ed|ing|ly)$/.test(token.key);
}

/** "... of the port's pilots union": until a mark, a verb, or too far. */
function withTail(tokens: readonly Token[], office: number, limit: number, lexicon: Lexicon): number {
  if (office >= limit || !TAIL_BEGINS.test(tokens[office]!.key)) return office;
  let at = office;
  while (at < limit && at - office < LONGEST_TAIL && mayFollow(tokens[at]!, lexicon)) at += 1;
  while (at > office && (isFunctionWord(tokens[at - 1]!, lexicon) || tokens[at - 1]!.kind === 'mark')) {
    if (isPossessive(tokens[at - 1])) break;
    at -= 1;
  }
  return at;
}

function mayFollow(token: Token, lexicon: Lexicon): boolean {
  if (isPossessive(token) || TAIL_WORD.test(token.key)) return true;
  if (token.kind === 'mark') return token.glued && /^[-–&.]$/u.test(token.text) && token.text !== '.';
  if (token.capital || token.kind === 'number') return true;
  return isPlainWord(token, lexicon) && !lexicon.speechVerbs.has(token);
}
