import { nounPhraseAfter } from './noun-phrases.ts';
import { pronounOf } from './pronouns.ts';
import type { Local, Scene } from './scene.ts';
import { isPossessive } from './tokens.ts';

const MOST_PLAIN_WORDS = 4;
const ENDS = /^[,.;:)—–!?”"]$/u;

/** Who is meant right after "said" or "according to": a name with its title, a pronoun, or a nameless source. */
export function sourceAfter(scene: Scene, at: number, limit: number): Local | undefined {
  const { tokens } = scene.layout;
  let from = at;
  while (from < limit && scene.lexicon.adverbs.has(tokens[from]!.key)) from += 1;
  if (from >= limit || scene.quotedAt[from]! >= 0) return undefined;
  const index = nameFrom(scene, from);
  if (index === undefined && pronounOf(tokens[from]!.key)) return { from, to: from + 1, kind: 'pronoun', names: [] };
  if (index !== undefined && scene.names[index]!.to <= limit && !qualifies(scene, from, index, limit)) {
    return named(scene, index, limit);
  }
  const described = index === undefined ? describedPerson(scene, from, limit) : undefined;
  if (described !== undefined) return named(scene, described, limit);
  const phrase = nounPhraseAfter(scene, from, limit);
  if (!phrase) return index === undefined ? undefined : named(scene, index, limit);
  return appositionAfter(scene, phrase.to, limit) ?? { ...phrase, kind: 'noun', names: [] };
}

/** The name whose title, article or own first word stands here; of "Sand's lawyer Ada Holm" the lawyer. */
function nameFrom({ layout: { tokens }, lexicon, names, nameAt, titleAt }: Scene, from: number): number | undefined {
  const article = lexicon.determiners.has(tokens[from]!.key) ? from + 1 : from;
  const titled = titleAt[article] ?? -1;
  const index = titled >= 0 ? titled : (nameAt[article] ?? -1);
  if (index < 0) return undefined;
  const { to } = names[index]!;
  const owned = isPossessive(tokens[to]) ? (titleAt[to + 1] ?? -1) : -1;
  return owned >= 0 ? owned : index;
}

/** "said harbour worker Ada Holm": plain words that end in an office, and right after them the name. */
function describedPerson(scene: Scene, from: number, limit: number): number | undefined {
  let at = from;
  while (at < limit && at - from < MOST_PLAIN_WORDS && scene.nameAt[at]! < 0) at += 1;
  const index = at < limit ? scene.nameAt[at]! : -1;
  const name = scene.names[index];
  // not "said a senior Solheim adviser"
  const last = name && (name.to >= limit || ENDS.test(scene.layout.tokens[name.to]!.text));
  if (name?.type !== 'person' || !last) return undefined;
  return nounPhraseAfter(scene, from, at)?.to === at ? index : undefined;
}

/** In "said Sand's lawyer" and "said Halden police" the name only says whose. */
function qualifies(scene: Scene, from: number, index: number, limit: number): boolean {
  const { tokens } = scene.layout;
  const { to, type } = scene.names[index]!;
  const next = tokens[to];
  const more = isPossessive(next) || (type !== 'person' && next?.kind === 'word' && !next.capital);
  const phrase = more ? nounPhraseAfter(scene, from, limit) : undefined;
  return phrase !== undefined && phrase.to > to + (isPossessive(next) ? 1 : 0);
}

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
function appositionAfter(
  { layout: { tokens }, names, titleAt }: Scene,
  comma: number,
  limit: number,
): Local | undefined {
  if (tokens[comma]?.text !== ',' || comma + 1 >= limit) return undefined;
  const index = titleAt[comma + 1]!;
  const name = names[index];
  if (name?.type !== 'person' || (name.to < limit && !ENDS.test(tokens[name.to]!.text))) return undefined;
  return { from: name.from, to: name.to, kind: 'names', names: [index] };
}
