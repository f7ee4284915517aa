import { mayShareBearer } from '../base/short-names.ts';
import { type Layout, sentenceAt } from './layout.ts';
import type { Form } from './person-forms.ts';

/** How far back a surname that two people share may point: this paragraph and the one before, and so many names. */
const RECENT_PARAGRAPHS = 1;
const RECENT_NAMES = 200;
/** Who is named so many times, and so many times as often as anyone else so called, is meant by the surname. */
const OFTEN = 3;
const TIMES_AS_OFTEN = 3;

/**
 * Joins names of one word, in the order of the text, to the people who are called so. Where two are, it is the one who
 * has been named so far, or just now, or all along; nobody where that leaves two.
 */
export function joinCalls(
  layout: Layout,
  forms: readonly Form[],
  calls: ReadonlyMap<string, readonly number[]>,
  group: number[],
): void {
  const times = new Map<number, number>();
  const open = new Map<number, readonly number[]>();
  const alone = new Map<string, number>();
  for (const [at, form] of forms.entries()) {
    if (group[at]! < 0) {
      const called = (calls.get(callOf(form)) ?? []).filter((one) => mayBe(forms[one]!, form));
      const candidates = [...new Set(called.map((one) => group[one]!))];
      // "King Hussein" is called by this one word alone, like the people with such a surname
      const known = alone.get(callOf(form));
      if (known !== undefined && (form.royal || forms[known]!.royal)) candidates.push(known);
      const head = candidates.length > 1 ? oneOf(candidates, at) : candidates[0];
      if (head === undefined && candidates.length > 1) open.set(at, candidates);
      group[at] = head ?? byItself(at, form);
    }
    times.set(group[at]!, (times.get(group[at]!) ?? 0) + 1);
  }
  for (const [at, candidates] of open) {
    if (group[at] === at || open.has(group[at]!)) group[at] = mostNamed(candidates) ?? group[at]!;
  }

  function byItself(at: number, form: Form): number {
    for (const call of [`${callOf(form)} ${form.tail ?? ''}`, callOf(form)]) {
      const known = alone.get(call);
      if (known !== undefined && (call !== callOf(form) || mayBe(forms[known]!, form))) return known;
      alone.set(call, known ?? at);
    }
    return at;
  }

  function oneOf(candidates: readonly number[], at: number): number | undefined {
    const named = candidates.filter((head) => times.has(head));
    return named.length === 1 ? named[0] : lastMentioned(layout, forms, group, candidates, at);
  }

  function mostNamed(candidates: readonly number[]): number | undefined {
    const often = (head: number) => times.get(head) ?? 0;
    const [most, next] = [...candidates].sort((one, other) => often(other) - often(one));
    return often(most!) >= OFTEN && often(most!) >= TIMES_AS_OFTEN * often(next!) ? most : undefined;
  }
}

const callOf = ({ words }: Form) => words.join(' ');

/** "Mrs. Solheim" is no man, and "King Hussein" nobody whose surname is Hussein. */
function mayBe(head: Form, { words, tail, royal, gender }: Form): boolean {
  if (head.gender !== undefined && gender !== undefined && head.gender !== gender) return false;
  if (tail !== undefined && head.tail !== undefined && head.tail !== tail) return false;
  return !royal || head.words[0] === words[0] || head.royal || mayShareBearer(head.words[0]!, words[0]!);
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
