import { ENTITY_TYPES } from '../model/reading.ts';
import { layOut } from '../read/layout.ts';
import type { Lexicon } from '../read/lexicon.ts';
import { signsOf } from '../read/signs.ts';
import { type Stretch, stretchesOf } from '../read/stretches.ts';
import { viewOf } from '../read/view.ts';
import type { WordBook } from '../read/word-signs.ts';
import { type Marked, marksOf } from './marked.ts';

/** A group of stretches to learn from: the signs of each, by number, and what it is. */
export interface Lesson {
  readonly group: readonly Stretch[];
  readonly own: readonly Int32Array[];
  readonly known: readonly Int32Array[];
  /** The place in `ENTITY_TYPES` of each stretch; -1 where it is no name. */
  readonly answers: Int8Array;
}

export interface Lessons {
  readonly lessons: readonly Lesson[];
  /** The hash of each numbered sign. */
  readonly signs: readonly number[];
}

/** A sign seen but once or twice teaches nothing that holds elsewhere. */
const SEEN_AT_LEAST = 3;

/** Turns marked texts into lessons. */
export function lessonsOf(texts: readonly Marked[], lexicon: Lexicon, book: WordBook): Lessons {
  const counts = new Map<number, number>();
  for (const text of texts)
    eachGroup(text, lexicon, book, (_, signs) => {
      for (const { own, known } of signs)
        for (const sign of [...own, ...known]) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    });
  const signs = [...counts]
    .flatMap(([sign, count]) => (count >= SEEN_AT_LEAST ? [sign] : []))
    .sort((one, other) => one - other);
  const numbers = new Map(signs.map((sign, number) => [sign, number]));
  const numbered = (seen: readonly number[]) => Int32Array.from(seen.flatMap((sign) => numbers.get(sign) ?? []));
  const lessons: Lesson[] = [];
  for (const text of texts)
    eachGroup(text, lexicon, book, (group, seen, answers) => {
      lessons.push({
        group,
        own: seen.map(({ own }) => numbered(own)),
        known: seen.map(({ known }) => numbered(known)),
        answers,
      });
    });
  return { lessons, signs };
}

type Signs = ReturnType<typeof signsOf>;

function eachGroup(
  marked: Marked,
  lexicon: Lexicon,
  book: WordBook,
  use: (group: readonly Stretch[], signs: readonly Signs[], answers: Int8Array) => void,
): void {
  const layout = layOut(marked.text, lexicon);
  const view = viewOf(layout, lexicon, book);
  const marks = marksOf(layout, marked, lexicon);
  for (const group of stretchesOf(view)) {
    const answers = Int8Array.from(group, ({ from, to, types }) => {
      const type = marks.get(`${from}-${to}`);
      return type && types.has(type) ? ENTITY_TYPES.indexOf(type) : -1;
    });
    use(
      group,
      group.map((stretch) => signsOf(view, stretch)),
      answers,
    );
  }
}
