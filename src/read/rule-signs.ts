import { ENTITY_TYPES, type EntityType } from '../model/reading.ts';
import { SEEN } from './evidence.ts';
import { Gathered } from './gathered.ts';
import { mix } from './hash.ts';
import type { Looked } from './look.ts';
import type { Guess } from './typing.ts';
import type { View } from './view.ts';

/** What the word lists and the rules that use them say of a stretch. */
export function ruleSigns(looked: Looked): number[] {
  const known = new Gathered();
  const listed = listedSigns(known, looked);
  guessSigns(known, looked, listed);
  return known.signs;
}

/** Which lists its words and its neighbours are in, and whether it is a listed name. */
function listedSigns(known: Gathered, looked: Looked): number {
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
    kinds,
    lists,
  } = looked;
  known.bits(80, first.lists, single).bits(81, last.lists, single).bits(82, lists, size);
  known.bits(83, before.lists, single).bits(84, after.lists, single);
  for (let at = from + 1; at < to - 1; at += 1) known.from(85).see(view.words[at]!.lists);
  known.from(90).see(kinds).see(before.kind, size).see(after.kind, size).see(before.kind, after.kind);
  known.see(before.kind, kinds).see(kinds, after.kind).see(before2.kind, before.kind).see(after.kind, after2.kind);
  known.see(first.kind, last.kind).see(before.kind, first.kind).see(last.kind, after.kind);
  known.see(before.shape, before.kind).see(lists, size);
  const listed = listedBits(view, from, to);
  known.from(110).see(listed).see(listed, size).see(listed, lists).see(listed, before.kind).see(listed, after.kind);
  known.see(listed, opens).bits(116, listed, single);
  if (to < sentence.to) {
    const next = (view.places[to] ? 1 : 0) | (view.organizations[to] ? 2 : 0) | (view.demonyms[to] ? 4 : 0);
    known.from(117).see(next, after.shape);
  }
  return listed;
}

/** For places, organisations and peoples: 1 it is listed, 2 a part of a listed one, 4 it begins with one, 8 ends with one. */
function listedBits({ places, organizations, demonyms }: View, from: number, to: number): number {
  let bits = 0;
  for (const [index, ends] of [places, organizations, demonyms].entries()) {
    const ahead = ends[from]!;
    const behind = to - 1 > from ? ends[to - 1]! : 0;
    const begins = ahead === to ? 1 : ahead > to ? 2 : ahead > 0 ? 4 : 0;
    bits |= (begins | (behind > to ? 2 : behind === to ? 8 : 0)) << (index * 4);
  }
  return bits;
}

/** What the rules take it for, and how it lies to what they take together. */
function guessSigns(known: Gathered, looked: Looked, listed: number): void {
  const {
    view,
    stretch: { from, to },
    first,
    last,
    before: [before],
    after: [after],
    size,
    single,
    opens,
    small,
    shapes,
    kinds,
    whole,
  } = looked;
  const guess = view.guessAt[from];
  const tail = view.guessAt[to - 1];
  const fit = fitOf(from, to, guess, tail);
  const nearest = guess ?? tail;
  const hint = nearest ? mix(fit, codeOf(nearest.type, nearest.weight) * 4 + strengthOf(nearest.weight)) : fit;
  const ruled = view.ruledAt[from];
  const same = ruled
    ? codeOf(ruled.type, 1) + (ruled.from === from && ruled.to === to ? 0 : 5)
    : view.ruledAt[to - 1]
      ? 10
      : 0;
  const both = mix(fit, same);
  known.from(130).see(fit).see(hint).see(same).see(hint, same).see(hint, size).see(same, size);
  known.see(both, last.group).see(both, first.group).see(both, opens).see(both, before.kind).see(both, after.kind);
  known.see(both, listed).see(both, small).see(fit, whole).see(both, shapes);
  const run = view.runAt[from];
  const end = view.runAt[to - 1];
  const inRun = (run ? (run.from === from ? 1 : 0) : 2) + 3 * (end ? (end.to === to ? 1 : 0) : 2);
  known.from(150).see(inRun, size).see(inRun, hint).see(inRun, kinds);
  const person = SEEN.styled | SEEN.given | SEEN.speaking;
  const body = SEEN.located | SEEN.bodied;
  const seenFirst = view.evidence.get(view.layout.tokens[from]!.key) ?? 0;
  const seenLast = view.evidence.get(view.layout.tokens[to - 1]!.key) ?? 0;
  const seen = mix(seenFirst & (person | body), seenLast & (person | body));
  known
    .from(160)
    .see(seenLast & person, single)
    .see(seenFirst & body, single)
    .see(seen, single)
    .see(seen, same);
  known.see(seenLast & (person | body | SEEN.again), size);
}

function fitOf(from: number, to: number, guess: Guess | undefined, tail: Guess | undefined): number {
  const begins = guess?.from === from;
  const ends = tail?.to === to;
  if (guess && guess === tail) return begins ? (ends ? 1 : 2) : ends ? 3 : 4;
  if (guess && tail) return begins && ends ? 10 : 11;
  if (guess) return begins ? 6 : 7;
  if (tail) return ends ? 8 : 9;
  return 5;
}

/** 1 to 3 for a type; 4 where it is known to be none, 5 where nothing is known. */
const codeOf = (type: EntityType | undefined, weight: number) =>
  type ? 1 + ENTITY_TYPES.indexOf(type) : weight > 0 ? 4 : 5;

const strengthOf = (weight: number) => (weight >= 3 ? 3 : weight >= 1.5 ? 2 : weight >= 0.7 ? 1 : 0);
