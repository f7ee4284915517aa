import { canSpeak, phraseFrom, withFollowing } from './noun-phrases.ts';
import { pronounOf } from './pronouns.ts';
import type { Local, Scene } from './scene.ts';
import { isPossessive, type Range } from './tokens.ts';

const ENDS = /^[,.;:)—–!?”"]$/u;

/** Who is meant right after "said" or "according to": a name with its title, a pronoun, or a nameless source. */
export function sourceAfter(scene: Scene, at: number, limit: number): Local | undefined {
  const { tokens } = scene.layout;
  let from = at;
  while (from < limit && scene.parts[from] === 'adverb') from += 1;
  if (from >= limit || scene.quotedAt[from]! >= 0) return undefined;
  if (scene.nameAt[from]! < 0 && pronounOf(tokens[from]!) && tokens[from]!.key !== 'both')
    return { from, to: from + 1, kind: 'pronoun', names: [] };
  const phrase = phraseFrom(scene, from, limit);
  if (!phrase) return undefined;
  const name = nameIn(scene, phrase, limit);
  if (name !== undefined) return named(scene, name, limit);
  const whole = withFollowing(scene, phrase, limit);
  return (
    appositionAfter(scene, phrase.to, limit) ??
    appositionAfter(scene, whole.to, limit) ?? { ...whole, kind: 'noun', names: [] }
  );
}

/**
 * The name a phrase amounts to: the person at its end ("harbour worker Ada Holm", "Sand's lawyer Ada Holm"), or the name
 * at its beginning unless more follows that can speak ("Halden police", "Ada Holm's lawyer").
 */
function nameIn(scene: Scene, { from, to }: Range, limit: number): number | undefined {
  const {
    layout: { tokens },
    names,
    nameAt,
    titleAt,
  } = scene;
  const last = nameAt[to - 1]!;
  if (last >= 0 && (names[last]!.type === 'person' || beginsAt(scene, last, from))) return last;
  const begin = scene.parts[from] === 'determiner' ? from + 1 : from;
  const first = Math.max(titleAt[begin] ?? -1, nameAt[begin] ?? -1);
  if (first < 0 || names[first]!.to > limit) return undefined;
  const end = names[first]!.to;
  if (end >= to) return first;
  if (isPossessive(tokens[end])) return undefined;
  return names[first]!.type === 'person' && !canSpeak(tokens[to - 1]!, scene.lexicon) ? first : undefined;
}

const beginsAt = ({ styles, parts }: Scene, name: number, from: number) =>
  styles[name]!.from <= (parts[from] === 'determiner' ? from + 1 : from);

function named({ layout: { tokens }, names, titleAt, nameAt }: Scene, index: number, limit: number): Local {
  const { from, to, type } = names[index]!;
  const and = tokens[to]?.key === 'and' ? to + 1 : -1;
  const other = Math.max(titleAt[and] ?? -1, nameAt[and] ?? -1);
  const joined = names[other];
  if (!joined || joined.to > limit || joined.type !== type || isPossessive(tokens[joined.to])) {
    return { from, to, kind: 'names', names: [index] };
  }
  return { from, to: joined.to, kind: 'names', names: [index, other] };
}

/** "the minister, Jan Berg." */
function appositionAfter(scene: Scene, comma: number, limit: number): Local | undefined {
  const { tokens } = scene.layout;
  if (tokens[comma]?.text !== ',' || comma + 1 >= limit) return undefined;
  const index = scene.titleAt[comma + 1]!;
  const name = scene.names[index];
  if (name?.type !== 'person' || (name.to < limit && !ENDS.test(tokens[name.to]!.text))) return undefined;
  return { from: name.from, to: name.to, kind: 'names', names: [index] };
}
