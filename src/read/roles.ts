import type { Layout } from './layout.ts';
import { sentenceAt } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { withModifiers } from './modifiers.ts';
import type { Name } from './names.ts';
import { roleAfter } from './role-after.ts';
import { officeBefore, officesBefore } from './titles.ts';
import { isPossessive, type Range, type Token } from './tokens.ts';

/** A person's name with what the text says about them right there. */
export interface Styled {
  /** Where the title begins that stands before the name; where the name does, without one. */
  readonly from: number;
  /** The roles stated before and after the name. */
  readonly roles: readonly Range[];
}

const ENDS_APPOSITION = /^[,.;:)—–!?”"]$/u;

/** Reads the titles and roles around every person's name; other names are only themselves. */
export function stylesOf(layout: Layout, names: readonly Name[], lexicon: Lexicon): Styled[] {
  const persons = new Set(names.flatMap(({ type, from }) => (type === 'person' ? [from] : [])));
  const styles: Styled[] = [];
  /** The role of several people that the names just before stand in the list of. */
  let shared: Range | undefined;
  for (const [index, name] of names.entries()) {
    const sentence = layout.sentences[sentenceAt(layout, name.from)]!;
    const previous = names[index - 1];
    const other = previous?.type === 'person' && previous.to > sentence.from ? previous : undefined;
    if (!other || !isListed(layout, other, name)) shared = undefined;
    if (name.type !== 'person') {
      styles.push({ from: name.from, roles: [] });
      continue;
    }
    const floor = other?.to ?? sentence.from;
    const title = titleBefore(layout, name, floor, lexicon);
    const titled = { from: title.from, to: name.to };
    const before = title.role ?? appositionBefore(layout, titled, { from: floor, to: sentence.to }, lexicon);
    const after = roleAfter(layout, name.to, sentence.to, persons, lexicon);
    const next = names[index + 1];
    if (!before && next?.type === 'person' && isListed(layout, name, next))
      shared ??= officesBefore(layout, name.from, floor, lexicon);
    const stated = before ? withOwner(layout, before, other, sentence.from, lexicon) : shared;
    styles.push({ from: title.from, roles: [stated, after].filter((role) => role !== undefined) });
  }
  return styles;
}

/** "Ada Holm and Jan Berg", "Ada Holm, Jan Berg" */
function isListed({ tokens }: Layout, one: Name, other: Name): boolean {
  if (other.from - one.to > 2) return false;
  return tokens.slice(one.to, other.from).every(({ key, text }) => key === 'and' || text === ',' || text === '&');
}

/** "Holm spokesman Jonas Brekke", "Holm's lawyer, Jonas Brekke": whose he is belongs to his role. */
function withOwner({ tokens }: Layout, role: Range, owner: Name | undefined, floor: number, lexicon: Lexicon): Range {
  if (!owner) return role;
  const between = role.from - owner.to;
  const owned = between === 0 || (between === 1 && isPossessive(tokens[owner.to]));
  if (!owned) return role;
  // "former Holm spokesman"
  const from = between === 0 ? withModifiers(tokens, owner.from, floor, lexicon) : owner.from;
  return { from, to: role.to };
}

function titleBefore(layout: Layout, name: Name, floor: number, lexicon: Lexicon): { from: number; role?: Range } {
  const { tokens } = layout;
  let from = name.from;
  // "Mr. Sato", "President Dr. Sato", "Crown Prince Sheikh Nasser": the form of address is no role
  while (from > floor && isAddress(tokens, from, lexicon)) from -= tokens[from - 1]!.text === '.' ? 2 : 1;
  if (from < name.from && from > floor && /^(?:His|Her|Their)$/.test(tokens[from - 1]!.text)) from -= 1;
  const role = officeBefore(layout, from, floor, lexicon);
  return role ? { from: role.from, role } : { from };
}

function isAddress(tokens: readonly Token[], end: number, lexicon: Lexicon): boolean {
  const last = tokens[end - 1]!;
  const word = last.text === '.' && last.glued ? tokens[end - 2] : last;
  return word?.capital === true && lexicon.titles.has(word.key);
}

/** "The group's top leader, Mara Sand, left.": an office with its article, a comma, the name, a mark. */
function appositionBefore(layout: Layout, name: Range, { from, to }: Range, lexicon: Lexicon): Range | undefined {
  const { tokens } = layout;
  if (tokens[name.from - 1]?.text !== ',') return undefined;
  if (name.to < to && !ENDS_APPOSITION.test(tokens[name.to]!.text)) return undefined;
  const role = officeBefore(layout, name.from - 1, from, lexicon);
  if (!role) return undefined;
  const before = tokens[role.from - 1];
  const begins =
    role.from === from || before === undefined || lexicon.determiners.has(before.key) || /^['’]s?$/.test(before.text);
  return begins ? withOuter(layout, role, from, lexicon) : undefined;
}

/** "The envoy of the mayor, Ada Holm, left.": she is the envoy. */
function withOuter(layout: Layout, role: Range, floor: number, lexicon: Lexicon): Range {
  const { tokens } = layout;
  const article = lexicon.determiners.has(tokens[role.from - 1]?.key ?? '') ? role.from - 1 : role.from;
  if (article - 1 <= floor || !/^(?:of|to|for)$/.test(tokens[article - 1]!.key)) return role;
  const outer = officeBefore(layout, article - 1, floor, lexicon);
  return outer ? { from: outer.from, to: role.to } : role;
}
