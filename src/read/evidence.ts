import type { Layout } from './layout.ts';
import { GIVEN_NAME, LISTED, STYLE } from './listed-words.ts';
import type { WordSigns } from './word-signs.ts';

/** What other places of the text say of a word, a bit each: "Katz" alone is a person's name if somewhere stands "Israel Katz". */
export const SEEN = {
  /** Without a capital. */
  small: 1 << 0,
  /** With a capital where no sentence or quote begins. */
  inside: 1 << 1,
  /** After a title or an office, over other capitals: "Mr. Katz", "Minister Israel Katz". */
  styled: 1 << 2,
  /** After a given name. */
  given: 1 << 3,
  /** After "in", "at" or "near". */
  located: 1 << 4,
  /** Before a verb of speech, or "who". */
  speaking: 1 << 5,
  /** Before an organisation's last word, over other capitals. */
  bodied: 1 << 6,
  /** Right after another capital. */
  following: 1 << 7,
  /** More than once. */
  again: 1 << 8,
  /** Right after a given name. */
  surname: 1 << 9,
};

const OPENS = /^["“‘'(:]$/;
const LOCATES = /^(?:in|at|near)$/;
const WORDS_BACK = 4;
const WORDS_AHEAD = 3;

/** The evidence for every word of a text, by how it folds. */
export function evidenceOf(layout: Layout, words: readonly WordSigns[]): Map<string, number> {
  const evidence = new Map<string, number>();
  for (const sentence of layout.sentences) {
    for (let at = sentence.from; at < sentence.to; at += 1) {
      const token = layout.tokens[at]!;
      if (token.kind !== 'word') continue;
      const known = evidence.get(token.key);
      const here = token.capital ? evidenceAt(layout, words, at, sentence) : SEEN.small;
      evidence.set(token.key, known === undefined ? here : known | here | SEEN.again);
    }
  }
  return evidence;
}

function evidenceAt(
  { tokens }: Layout,
  words: readonly WordSigns[],
  at: number,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const before = at > from ? tokens[at - 1] : undefined;
  const after = at + 1 < to ? words[at + 1] : undefined;
  let seen = 0;
  if (before && !OPENS.test(before.text)) seen |= SEEN.inside;
  if (before && LOCATES.test(before.key)) seen |= SEEN.located;
  if (before?.capital) seen |= SEEN.following;
  if (before?.capital && words[at - 1]!.lists & GIVEN_NAME) seen |= SEEN.surname;
  if (after && (after.lists & LISTED.speech || tokens[at + 1]!.key === 'who')) seen |= SEEN.speaking;
  let back = at - 1;
  for (; back >= from && at - back <= WORDS_BACK; back -= 1) {
    if (!(tokens[back]!.capital || tokens[back]!.text === '-') || words[back]!.lists & STYLE) break;
    if (words[back]!.lists & GIVEN_NAME) seen |= SEEN.given;
  }
  if (back >= from && words[back]!.lists & STYLE) seen |= SEEN.styled;
  for (let ahead = at + 1; ahead < to && ahead - at <= WORDS_AHEAD && tokens[ahead]!.capital; ahead += 1) {
    if (words[ahead]!.lists & LISTED.organization) seen |= SEEN.bodied;
  }
  return seen;
}
