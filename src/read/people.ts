import { compareNames } from '../base/compare-names.ts';
import { soundKey } from '../base/romanized.ts';
import { mayShareBearer } from '../base/short-names.ts';
import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import type { Form } from './person-forms.ts';
import { joinCalls } from './surnames.ts';
import { isGivenKey } from './words.ts';

/** Among more people of one surname nobody is told apart. */
const MANY_NAMESAKES = 50;

/**
 * Which of these names are one person: each name's group, by the index of one of its names. Full names come first,
 * the longest of them before those that may be short for it; then what the people found are called by one word.
 * @param also pairs that the text says are one
 */
export function groupPeople(
  layout: Layout,
  forms: readonly Form[],
  also: readonly (readonly [number, number])[],
  lexicon: Lexicon,
): number[] {
  const group = forms.map(() => -1);
  const heads = joinFull(forms, group, lexicon);
  const calls = new Map<string, number[]>();
  for (const [one, other] of also) {
    const [known, named] = group[one]! >= 0 ? [one, other] : [other, one];
    const head = group[known]!;
    if (head < 0 || group[named] === head) continue;
    const joined = group[named]!;
    if (joined < 0) {
      group[named] = head;
      addCall(calls, forms[named]!.words.join(' '), named);
    } else for (const at of group.keys()) if (group[at] === joined) group[at] = head;
  }
  for (const head of heads) for (const call of callsFor(forms[head]!, lexicon)) addCall(calls, call, head);
  joinCalls(layout, forms, calls, group);
  return group;
}

function addCall(calls: Map<string, number[]>, call: string, at: number): void {
  const called = calls.get(call) ?? [];
  if (called.length === 0) calls.set(call, called);
  if (called.length < MANY_NAMESAKES) called.push(at);
}

/** Joins the names of two words or more. @returns one name of each person */
function joinFull(forms: readonly Form[], group: number[], lexicon: Lexicon): number[] {
  const letters = forms.map(({ words }) => words.join('').length);
  const full = [...forms.keys()]
    .filter((at) => forms[at]!.words.length > 1 && !isSurname(forms[at]!, lexicon))
    // "J. Holm" after "Jan Holm" and "Jonas Holm", to be neither
    .sort((one, other) => {
      const longer = forms[other]!.words.length - forms[one]!.words.length;
      return longer || letters[other]! - letters[one]! || one - other;
    });
  const heads: number[] = [];
  const exact = new Map<string, number>();
  const bySurname = new Map<string, number[]>();
  for (const at of full) {
    const form = forms[at]!;
    const key = exactKey(form, lexicon);
    const known = exact.get(key);
    if (known !== undefined) {
      group[at] = known;
      continue;
    }
    const surname = soundKey(form.words.at(-1)!);
    const near = bySurname.get(surname) ?? [];
    const fitting = near.filter((head) => isShortFor(form, forms[head]!, lexicon) || isSpelling(form, forms[head]!));
    group[at] = fitting.length === 1 ? fitting[0]! : at;
    exact.set(key, group[at]!);
    if (group[at] !== at) continue;
    heads.push(at);
    if (near.length === 0) bySurname.set(surname, near);
    if (near.length < MANY_NAMESAKES) near.push(at);
  }
  return heads;
}

/** "Mohammed Karimi" and "Muhammad Karimi": no two brothers are called so. */
function isSpelling(one: Form, other: Form): boolean {
  if (one.tail !== other.tail || differ(one, other)) return false;
  if (soundKey(one.words[0]!) !== soundKey(other.words[0]!)) return false;
  return compareNames(one.words.join(' '), other.words.join(' ')) === 'same';
}

/** "Higuchi Ichiyo" is "Ichiyo Higuchi": some peoples put the surname first. */
const exactKey = ({ words, tail = '' }: Form, lexicon: Lexicon) =>
  `${(isTurnable(words, lexicon) ? [...words].sort() : words).join(' ')} ${tail}`;

/** "Hassan Ali" and "Ali Hassan" are two: both words are given names. */
const isTurnable = (words: readonly string[], lexicon: Lexicon) =>
  words.length === 2 && !words.every((word) => isGivenKey(word, lexicon));

/** "Al-Khanjar", "bin Salman": particles and one word. */
const isSurname = ({ words }: Form, lexicon: Lexicon) =>
  words.slice(0, -1).every((word) => lexicon.nameParticles.has(word));

/** "Mohammed Al-Sudani" is short for "Mohammed Shia Al-Sudani", "J. Holm" for "Jan Holm", "Bill" for "William". */
function isShortFor(short: Form, long: Form, lexicon: Lexicon): boolean {
  if (short.tail !== long.tail || differ(short, long)) return false;
  if (endsWith(long.words, short.words)) return !isGivenKey(long.words[0]!, lexicon);
  if (!sameFirst(short.words[0]!, long.words[0]!)) return false;
  let at = 0;
  for (const word of short.words.slice(1)) {
    at = long.words.findIndex((each, index) => index > at && sameMiddle(each, word));
    if (at < 0) return false;
  }
  return true;
}

/** "Blogger Jan Holm": a word too many before a whole name. "Ali Hassan Karimi" is Hassan Karimi's son. */
const endsWith = (long: readonly string[], short: readonly string[]) =>
  long.length === short.length + 1 && short.every((word, at) => word === long[at + 1]);

const sameMiddle = (one: string, other: string) => one === other || (other.length === 1 && one[0] === other);

const sameFirst = (one: string, other: string) =>
  one === other || (Math.min(one.length, other.length) === 1 && one[0] === other[0]) || mayShareBearer(one, other);

const differ = ({ gender: one }: Form, { gender: other }: Form) =>
  one !== undefined && other !== undefined && one !== other;

/** What people may be called by: their surname with and without its particles, and their given name. */
function callsFor({ words }: Form, lexicon: Lexicon): Set<string> {
  const calls = new Set([words[0]!, words.at(-1)!]);
  for (let at = words.length - 2; at > 0 && lexicon.nameParticles.has(words[at]!); at -= 1)
    calls.add(words.slice(at).join(' '));
  return calls;
}
