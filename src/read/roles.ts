import type { Layout } from './layout.ts';
import { sentenceAt } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import type { Name } from './names.ts';
import { officePhraseAt } from './office-phrase.ts';
import type { Sentence } from './sentences.ts';
import { officeBefore } from './titles.ts';
import type { Range, Token } from './tokens.ts';

/** A person's name with what the text says about them right there. */
export interface Styled {
  /** Where the title begins that stands before the name; where the name does, without one. */
  readonly from: number;
  /** The roles stated before and after the name. */
  readonly roles: readonly Range[];
}

const COPULA = /^(?:is|was|became|remains)$/;
const ENDS_APPOSITION = /^[,.;:)—–!?”"]$/u;

/** Reads the titles and roles around every person's name; other names are only themselves. */
export function stylesOf(layout: Layout, names: readonly Name[], lexicon: Lexicon): Styled[] {
  const persons = new Set(names.flatMap(({ type, from }) => (type === 'person' ? [from] : [])));
  return names.map((name, index) => {
    if (name.type !== 'person') return { from: name.from, roles: [] };
    const sentence = layout.sentences[sentenceAt(layout, name.from)]!;
    const previous = names[index - 1];
    const floor = previous?.type === 'person' ? Math.max(sentence.from, previous.to) : sentence.from;
    const title = titleBefore(layout, name, floor, lexicon);
    const before = title.role ?? appositionBefore(layout, name, { ...sentence, from: floor }, lexicon);
    const after = roleAfter(layout, name, sentence, persons, lexicon);
    return { from: title.from, roles: [before, after].filter((role) => role !== undefined) };
  });
}

function titleBefore(layout: Layout, name: Name, floor: number, lexicon: Lexicon): { from: number; role?: Range } {
  const { tokens } = layout;
  let from = name.from;
  // "Mr. Sato", "President Dr. Sato": the form of address is no role
  while (from > floor && isAddress(tokens, from, lexicon)) from -= tokens[from - 1]!.text === '.' ? 2 : 1;
  const role = officeBefore(layout, from, floor, lexicon);
  return role ? { from: role.from, role } : { from };
}

function isAddress(tokens: readonly Token[], end: number, lexicon: Lexicon): boolean {
  const last = tokens[end - 1]!;
  const word = last.text === '.' && last.glued ? tokens[end - 2] : last;
  return word?.capital === true && lexicon.titles.has(word.key) && !lexicon.offices.has(word);
}

/** "The group's top leader, Mara Sand, left.": an office with its article, a comma, the name, a mark. */
function appositionBefore(layout: Layout, name: Name, { from, to }: Sentence, lexicon: Lexicon): Range | undefined {
  const { tokens } = layout;
  if (tokens[name.from - 1]?.text !== ',') return undefined;
  if (name.to < to && !ENDS_APPOSITION.test(tokens[name.to]!.text)) return undefined;
  const role = officeBefore(layout, name.from - 1, from, lexicon);
  if (!role) return undefined;
  const before = tokens[role.from - 1];
  const begins =
    role.from === from || before === undefined || lexicon.determiners.has(before.key) || /^['’]s?$/.test(before.text);
  return begins ? role : undefined;
}

/** "Mara Sand, 45, head of the port,", "Mara Sand (the mayor)", "Mara Sand is the mayor". */
function roleAfter(
  layout: Layout,
  name: Name,
  sentence: Sentence,
  persons: ReadonlySet<number>,
  lexicon: Lexicon,
): Range | undefined {
  const begin = beginAfter(layout.tokens, name.to, sentence.to);
  if (begin === undefined) return undefined;
  const role = officePhraseAt(layout, begin, sentence.to, lexicon);
  if (!role || role.to <= role.from) return undefined;
  // In "Ada Holm, Foreign Minister Jan Berg" the office belongs to the name after it.
  for (let at = role.from; at <= Math.min(role.to + 1, sentence.to); at += 1) if (persons.has(at)) return undefined;
  return role;
}

function beginAfter(tokens: readonly Token[], at: number, limit: number): number | undefined {
  const mark = tokens[at]?.text;
  if (at >= limit) return undefined;
  if (mark === '(') return at + 1;
  if (mark === ',') {
    const aged = tokens[at + 1]?.kind === 'number' && tokens[at + 2]?.text === ',';
    const begin = aged ? at + 3 : at + 1;
    return tokens[begin]?.key === 'who' && COPULA.test(tokens[begin + 1]?.key ?? '') ? begin + 2 : begin;
  }
  return COPULA.test(tokens[at]!.key) ? at + 1 : undefined;
}
