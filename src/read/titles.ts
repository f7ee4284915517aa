import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { withModifiers } from './modifiers.ts';
import { isBuiltForPerson, isPersonPlural } from './person-nouns.ts';
import { isPossessive, type Range, type Token } from './tokens.ts';
import { isFunctionWord } from './words.ts';

const LONGEST_OFFICE = 4;
const LONGEST_OF = 8;
const OF = /^(?:of|to|for|at)$/;

/**
 * The office or occupation that ends right before a token, with what belongs to it: "interim President", "Iraq's acting
 * ambassador to Damascus", "Halden Council leader". A possessor belongs only if it is named: not "the group's".
 */
export function officeBefore(layout: Layout, end: number, floor: number, lexicon: Lexicon): Range | undefined {
  const { tokens } = layout;
  const from =
    officeEndingAt(tokens, end, floor, lexicon) ??
    builtEndingAt(tokens, end, floor, lexicon) ??
    officeOfEndingAt(tokens, end, floor, lexicon);
  return from === undefined ? undefined : { from: withModifiers(tokens, from, floor, lexicon), to: end };
}

/** "foreign ministers", "Sens.": the office of several people who are named next. */
export function officesBefore({ tokens }: Layout, end: number, floor: number, lexicon: Lexicon): Range | undefined {
  if (end <= floor || !isPersonPlural(tokens[end - 1], lexicon)) return undefined;
  return { from: withModifiers(tokens, end - 1, floor, lexicon), to: end };
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

/** "magician", "co-creator", "Biologist"; a capital behind another is rather a name: "Al-Jaber Sabah". */
function builtEndingAt(tokens: readonly Token[], end: number, floor: number, lexicon: Lexicon): number | undefined {
  const token = tokens[end - 1]!;
  const before = end - 1 > floor ? tokens[end - 2]! : undefined;
  if (end <= floor || !isBuiltForPerson(token, lexicon)) return undefined;
  const named = token.capital && before && (before.capital || (before.glued && before.text === '-'));
  return named && !lexicon.demonyms.has(before) ? undefined : end - 1;
}

/** "ambassador to Damascus", "head of the agency", "Secretary of State": an office, a preposition and a few words. */
function officeOfEndingAt(tokens: readonly Token[], end: number, floor: number, lexicon: Lexicon): number | undefined {
  const last = tokens[end - 1];
  if (last?.kind !== 'word' || isFunctionWord(last, lexicon)) return undefined;
  for (let at = end - 2; at > Math.max(floor, end - LONGEST_OF); at -= 1) {
    const token = tokens[at]!;
    // "the prosecutor to question Ada Holm" is no office
    if (token.key === 'to' && !tokens[at + 1]!.capital && tokens[at + 1]!.key !== 'the') return undefined;
    if (OF.test(token.key)) return officeEndingAt(tokens, at, floor, lexicon);
    const inside = token.key === 'the' || token.key === 'and' || isPossessive(token) || !isFunctionWord(token, lexicon);
    if (!inside || (token.kind === 'mark' && !isPossessive(token) && token.text !== '-')) return undefined;
  }
  return undefined;
}
