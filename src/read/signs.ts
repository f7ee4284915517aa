import { SEEN } from './evidence.ts';
import { Gathered } from './gathered.ts';
import { mix } from './hash.ts';
import { type Looked, lookAt } from './look.ts';
import { ruleSigns } from './rule-signs.ts';
import type { Stretch } from './stretches.ts';
import type { View } from './view.ts';

/**
 * What speaks for or against a stretch's being a name, as hashes: one for each thing seen, told apart by the kind of
 * thing. The tagger has a weight for each that it has learned from. Those that rest on word lists and rules stand by
 * themselves, because training leaves them out at times: so that the tagger does well with names in no list.
 */
export interface Signs {
  readonly own: readonly number[];
  readonly known: readonly number[];
}

export function signsOf(view: View, stretch: Stretch): Signs {
  const looked = lookAt(view, stretch);
  const own = new Gathered();
  wordSigns(own, looked);
  contextSigns(own, looked);
  return { own: own.signs, known: ruleSigns(looked) };
}

/** The words of the stretch itself. */
function wordSigns(
  own: Gathered,
  { view: { words }, stretch: { from, to }, first, last, size, single, ...looked }: Looked,
): void {
  own.from(0).see(size).see(looked.whole).see(looked.shapes).see(looked.groups, size);
  own.see(first.key, single).see(last.key, single).see(first.text, single);
  own.see(first.cluster, size).see(last.cluster, size).see(first.group, size).see(last.group, size);
  own.see(first.cluster, last.group).see(first.group, last.cluster);
  own.each(20, last.affixes, single);
  if (!single) own.each(21, first.affixes);
  for (let at = from; at < to - 1; at += 1) {
    const word = words[at]!;
    const next = words[at + 1]!;
    if (at > from) own.from(22).see(word.key).see(word.group).see(word.cluster);
    own.from(25).see(word.key, next.key).see(word.group, next.group);
  }
}

/** The words before and after it, and the same words elsewhere in the text. */
function contextSigns(own: Gathered, looked: Looked): void {
  const {
    view,
    stretch: { from, to, sentence },
    first,
    last,
    before: [before, before2],
    after: [after, after2],
    size,
    single,
    opens,
    small,
  } = looked;
  const { tokens } = view.layout;
  own.from(30).see(before.key).see(after.key).see(before.key, first.key).see(last.key, after.key);
  own.see(before2.key, before.key).see(after.key, after2.key).see(before.key, after.key);
  own.see(before.shape, size).see(after.shape, size).see(before.shape, after.shape);
  own.see(before.cluster).see(after.cluster).see(before.group, single).see(after.group, single);
  own.see(before2.cluster).see(after2.cluster).see(before2.group, before.group).see(after.group, after2.group);
  own.see(before.group, first.group).see(last.group, after.group).see(before.shape, mix(looked.shapes, after.shape));
  own.see(before.shape, before.group).see(after.shape, after.group);
  own.from(55).see(opens, size).see(opens, mix(small, size)).see(opens, first.group).see(opens, first.key);
  own.see(from > sentence.from && tokens[from]!.glued ? before.key : 0);
  own.see(to < sentence.to && tokens[to]!.glued ? after.key : 0).see(small, size);
  const seenFirst = view.evidence.get(tokens[from]!.key) ?? 0;
  const seenLast = view.evidence.get(tokens[to - 1]!.key) ?? 0;
  own
    .from(65)
    .see(seenFirst & (SEEN.small | SEEN.inside), opens)
    .see(seenLast & (SEEN.small | SEEN.inside), single);
  own
    .see(seenFirst & SEEN.located, single)
    .see(seenLast & SEEN.speaking, single)
    .see(seenFirst & SEEN.following, single);
}
