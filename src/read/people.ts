import { type Layout, sentenceAt } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import type { Name } from './names.ts';
import type { Gender } from './pronouns.ts';

/** A name in the text, as it is compared. */
export interface Form {
  readonly name: Name;
  /** Its words, folded. */
  readonly words: readonly string[];
  readonly gender?: Gender | undefined;
}

/** How far back a surname that two people share may point: this paragraph and the one before, and so many names. */
const RECENT_PARAGRAPHS = 1;
const RECENT_NAMES = 200;
const MANY_NAMESAKES = 50;

/**
 * Which of these names are one person: each name's group, by the index of the group's fullest name. A surname alone
 * joins the one person who has it; where two have it, the one just mentioned, and nobody where that leaves two.
 */
export function groupPeople(layout: Layout, forms: readonly Form[], lexicon: Lexicon): number[] {
  const group = forms.map(() => -1);
  const full = [...forms.keys()]
    .filter((at) => forms[at]!.words.length > 1 && !isSurname(forms[at]!, lexicon))
    .sort((one, other) => forms[other]!.words.length - forms[one]!.words.length || one - other);
  const heads: number[] = [];
  const exact = new Map<string, number>();
  const alike = new Map<string, number[]>();
  for (const at of full) {
    const form = forms[at]!;
    const near = listAt(alike, `${form.words[0]![0]} ${form.words.at(-1)}`);
    const known = exact.get(form.words.join(' '));
    const fitting = known === undefined ? longerFor(forms, form, near) : [known];
    group[at] = fitting.length === 1 ? fitting[0]! : at;
    if (group[at] !== at) continue;
    heads.push(at);
    near.push(at);
    exact.set(form.words.join(' '), at);
  }
  joinShort(layout, forms, heads, group, lexicon);
  return group;
}

/** "Al-Khanjar", "bin Salman": particles and one word. */
const isSurname = ({ words }: Form, lexicon: Lexicon) =>
  words.slice(0, -1).every((word) => lexicon.nameParticles.has(word));

/** The heads for whom a form can be short. They come longest first; among many namesakes nobody is told apart. */
function longerFor(forms: readonly Form[], form: Form, heads: readonly number[]): number[] {
  const longer: number[] = [];
  for (const head of heads.slice(0, MANY_NAMESAKES)) {
    if (forms[head]!.words.length <= form.words.length) break;
    if (isShortFor(form, forms[head]!)) longer.push(head);
  }
  return longer;
}

/** "Mohammed Al-Sudani" is short for "Mohammed Shia Al-Sudani", and "J. Holm" for "Jan Holm". */
function isShortFor(short: Form, long: Form): boolean {
  if (short.gender && long.gender && short.gender !== long.gender) return false;
  if (short.words.at(-1) !== long.words.at(-1) || !sameFirst(short.words[0]!, long.words[0]!)) return false;
  let at = 0;
  for (const word of short.words.slice(1)) {
    at = long.words.indexOf(word, at + 1);
    if (at < 0) return false;
  }
  return true;
}

const sameFirst = (one: string, other: string) =>
  one === other || (Math.min(one.length, other.length) === 1 && one[0] === other[0]);

function listAt(lists: Map<string, number[]>, key: string): number[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

function joinShort(
  layout: Layout,
  forms: readonly Form[],
  heads: readonly number[],
  group: number[],
  lexicon: Lexicon,
): void {
  const byWord = headsByWord(forms, heads, lexicon);
  const alone = new Map<string, number>();
  for (const [at, form] of forms.entries()) {
    if (group[at]! >= 0) continue;
    const key = form.words.join(' ');
    const candidates = (byWord.get(key) ?? []).filter((head) => !differ(forms[head]!.gender, form.gender));
    const found = candidates.length > 1 ? lastMentioned(layout, forms, group, candidates, at) : candidates[0];
    group[at] = found ?? alone.get(key) ?? at;
    if (group[at] === at) alone.set(key, at);
  }
}

const differ = (one: Gender | undefined, other: Gender | undefined) =>
  one !== undefined && other !== undefined && one !== other;

/** People by what they may be called: their surname with and without its particles, and their given name. */
function headsByWord(forms: readonly Form[], heads: readonly number[], lexicon: Lexicon): Map<string, number[]> {
  const byWord = new Map<string, number[]>();
  for (const head of heads) {
    const { words } = forms[head]!;
    const calls = new Set([words[0]!, words.at(-1)!]);
    for (let at = words.length - 2; at > 0 && lexicon.nameParticles.has(words[at]!); at -= 1)
      calls.add(words.slice(at).join(' '));
    for (const call of calls) listAt(byWord, call).push(head);
  }
  return byWord;
}

/** Of several people, the only one whom this paragraph or the one before has named. */
function lastMentioned(
  layout: Layout,
  forms: readonly Form[],
  group: readonly number[],
  candidates: readonly number[],
  at: number,
): number | undefined {
  const paragraphOf = (index: number) => layout.sentences[sentenceAt(layout, forms[index]!.name.from)]!.paragraph;
  const here = paragraphOf(at);
  const possible = new Set(candidates);
  const recent = new Set<number>();
  for (let index = at - 1; index >= Math.max(0, at - RECENT_NAMES); index -= 1) {
    if (here - paragraphOf(index) > RECENT_PARAGRAPHS) break;
    if (possible.has(group[index]!)) recent.add(group[index]!);
  }
  return recent.size === 1 ? [...recent][0] : undefined;
}
