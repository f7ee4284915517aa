import { hashOf, mix } from './hash.ts';
import type { Stretch } from './stretches.ts';
import type { View } from './view.ts';
import type { WordSigns } from './word-signs.ts';

const NOTHING = hashOf('<edge>');
const EDGE: WordSigns = {
  key: NOTHING,
  text: NOTHING,
  shape: NOTHING,
  affixes: [],
  lists: 0,
  kind: NOTHING,
  cluster: -2,
  group: -2,
};
const OPENS = /^["“‘'(]$/;
const COUNTED = 5;

/** A stretch and what its words have in common. */
export interface Looked {
  readonly view: View;
  readonly stretch: Stretch;
  readonly first: WordSigns;
  readonly last: WordSigns;
  readonly before: readonly [WordSigns, WordSigns];
  readonly after: readonly [WordSigns, WordSigns];
  /** Its words, five for more; 1 for one word. */
  readonly size: number;
  readonly single: number;
  /** 1 where a sentence or a quote begins, and any word has a capital. */
  readonly opens: number;
  /** How many of its words the text also writes small. */
  readonly small: number;
  /** Its words' shapes, kinds and lists, put together. */
  readonly shapes: number;
  readonly kinds: number;
  readonly lists: number;
  readonly whole: number;
  readonly groups: number;
}

export function lookAt(view: View, stretch: Stretch): Looked {
  const {
    words,
    layout: { tokens, smallWords },
  } = view;
  const { from, to, sentence } = stretch;
  const near = (at: number) => (at >= sentence.from && at < sentence.to ? words[at]! : EDGE);
  let [count, small, lists, whole, shapes, kinds, groups] = [0, 0, 0, 0, 0, 0, 0];
  for (let at = from; at < to; at += 1) {
    const word = words[at]!;
    const token = tokens[at]!;
    if (token.kind !== 'mark') count += 1;
    if (token.capital && smallWords.has(token.key)) small += 1;
    lists |= word.lists;
    whole = mix(whole, word.key);
    shapes = mix(shapes, word.shape);
    kinds = mix(kinds, word.kind);
    groups = mix(groups, word.group);
  }
  return {
    view,
    stretch,
    first: words[from]!,
    last: words[to - 1]!,
    before: [near(from - 1), near(from - 2)],
    after: [near(to), near(to + 1)],
    size: Math.min(count, COUNTED),
    single: count === 1 ? 1 : 0,
    opens: from === sentence.from || OPENS.test(tokens[from - 1]!.text) ? 1 : 0,
    small,
    lists,
    whole,
    shapes,
    kinds,
    groups,
  };
}
