import { nounPhraseAfter } from './noun-phrases.ts';
import { pronounOf } from './pronouns.ts';
import type { Local, Scene } from './scene.ts';
import { isPossessive } from './tokens.ts';

const ENDS = /^[,.;:)—–!?”"]$/u;

/** Who is meant right after "said" or "according to": a name with its title, a pronoun, or a nameless source. */
export function sourceAfter(scene: Scene, at: number, limit: number): Local | undefined {
  const {
    layout: { tokens },
    lexicon,
  } = scene;
  let from = at;
  while (from < limit && lexicon.adverbs.has(tokens[from]!.key)) from += 1;
  if (from >= limit || scene.quotedAt[from]! >= 0) return undefined;
  if (pronounOf(tokens[from]!.key) && scene.nameAt[from]! < 0)
    return { from, to: from + 1, kind: 'pronoun', names: [] };
  const named = nameAfter(scene, from, limit);
  if (named) return named;
  const phrase = nounPhraseAfter(scene, from, limit);
  if (!phrase) return undefined;
  return appositionAfter(scene, phrase.to, limit) ?? { ...phrase, kind: 'noun', names: [] };
}

function nameAfter(scene: Scene, from: number, limit: number): Local | undefined {
  const {
    layout: { tokens },
    lexicon,
    names,
    nameAt,
    titleAt,
  } = scene;
  const article = lexicon.determiners.has(tokens[from]!.key) ? from + 1 : from;
  const index = titleAt[article]! >= 0 ? titleAt[article]! : nameAt[article]!;
  const name = names[index];
  if (!name || name.to > limit) return undefined;
  // "said Sand's lawyer, Ada Holm", "said Halden police"
  const next = tokens[name.to];
  // "said Sand's lawyer Ada Holm"
  if (isPossessive(next) && (titleAt[name.to + 1] ?? -1) >= 0) return nameAfter(scene, name.to + 1, limit);
  if (isPossessive(next) || (name.type !== 'person' && next?.kind === 'word' && !next.capital)) {
    const phrase = nounPhraseAfter(scene, from, limit);
    if (phrase && phrase.to > name.to + 1)
      return appositionAfter(scene, phrase.to, limit) ?? { ...phrase, kind: 'noun', names: [] };
  }
  const joined =
    tokens[name.to]?.key === 'and' && name.to + 1 < limit ? nameAfter(scene, name.to + 1, limit) : undefined;
  if (joined?.kind === 'names' && names[joined.names[0]!]!.type === name.type) {
    return { from: name.from, to: joined.to, kind: 'names', names: [index, ...joined.names] };
  }
  return { from: name.from, to: name.to, kind: 'names', names: [index] };
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
