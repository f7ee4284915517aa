import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { isPossessive, type Range, type Token } from './tokens.ts';
import { isFunctionWord } from './words.ts';

const LONGEST_OFFICE = 4;
const LONGEST_OF = 8;
const OF = /^(?:of|to|for|at)$/;

/**
 * The office that ends right before a token, with what belongs to it: "interim President", "Iraq's acting ambassador to
 * Damascus", "Halden Council leader". A possessor belongs only if it is named: not "the group's".
 */
export function officeBefore(layout: Layout, end: number, floor: number, lexicon: Lexicon): Range | undefined {
  const { tokens } = layout;
  const from = officeEndingAt(tokens, end, floor, lexicon) ?? officeOfEndingAt(tokens, end, floor, lexicon);
  return from === undefined ? undefined : { from: withModifiers(tokens, from, floor, lexicon), to: end };
}

/** Where an office begins that ends exactly at `end`; an abbreviated one may have its stop. */
function officeEndingAt(tokens: readonly Token[], end: number, floor: number, lexicon: Lexicon): number | undefined {
  const stop = tokens[end - 1]?.text === '.' && tokens[end - 1]!.glued ? 1 : 0;
  for (let from = Math.max(floor, end - stop - LONGEST_OFFICE); from < end - stop; from += 1) {
    const match = lexicon.offices.at(tokens, from, end - stop);
    if (match && from + match.length === end - stop) return from;
  }
  return undefined;
}

/** "ambassador to Damascus", "head of the agency", "Secretary of State": an office, a preposition and a few words. */
function officeOfEndingAt(tokens: readonly Token[], end: number, floor: number, lexicon: Lexicon): number | undefined {
  const last = tokens[end - 1];
  if (last?.kind !== 'word' || isFunctionWord(last, lexicon)) return undefined;
  for (let at = end - 2; at > Math.max(floor, end - LONGEST_OF); at -= 1) {
    const token = tokens[at]!;
    if (OF.test(token.key)) return officeEndingAt(tokens, at, floor, lexicon);
    const inside = token.key === 'the' || token.key === 'and' || isPossessive(token) || !isFunctionWord(token, lexicon);
    if (!inside || (token.kind === 'mark' && !isPossessive(token) && token.text !== '-')) return undefined;
  }
  return undefined;
}

function withModifiers(tokens: readonly Token[], office: number, floor: number, lexicon: Lexicon): number {
  let from = office;
  while (from > floor) {
    const step = modifierBefore(tokens, from, floor, lexicon);
    if (step === 0) break;
    from -= step;
  }
  return from;
}

/** How many tokens before `from` belong to the office: one for "interim", two for "Iraq's" or "vice-". */
function modifierBefore(tokens: readonly Token[], from: number, floor: number, lexicon: Lexicon): number {
  const token = tokens[from - 1]!;
  const before = from - 2 >= floor ? tokens[from - 2] : undefined;
  if (isPossessive(token)) return before?.capital && !isFunctionWord(before, lexicon) ? 2 : 0;
  if (token.text === '-' && token.glued)
    return before && before.kind === 'word' && !isFunctionWord(before, lexicon) ? 2 : 0;
  if (token.kind !== 'word' || isFunctionWord(token, lexicon)) return 0;
  if (lexicon.officeModifiers.has(token.key) || lexicon.offices.has(token)) return 1;
  const opens = from - 1 === floor && lexicon.openingWords.has(token.key);
  return token.capital && !opens ? 1 : 0;
}
