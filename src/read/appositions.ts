import { isGoverned, phraseBefore } from './noun-phrases.ts';
import { isDash } from './pauses.ts';
import { beginOf, type Local, type Scene } from './scene.ts';
import { phraseAsSubject } from './subject-phrases.ts';

const OPENS =
  /^(?:who|which|whose|whom|a|an|the|his|her|its|their|one|also|now|then|himself|herself|themselves|of|in|on|at|for|from|like|and|with|while|when|speaking|meanwhile|however|too|though|as|by|after|once|still|according)$/;

const RELATIVE = /^(?:who|which|whose|whom)$/;

/** "Mara Sand, head of the port, said": where what stands before the apposition ends that a mark closes. */
export function beforeApposition(scene: Scene, mark: number, floor: number): number | undefined {
  const { tokens } = scene.layout;
  if (tokens[mark]!.text === ')') {
    // "Holm (Labour) said"
    for (let at = mark - 1; at > floor; at -= 1) if (tokens[at]!.text === '(') return at;
    return undefined;
  }
  const first = firstApposed(scene, mark, floor);
  // "Mara Sand, who served under the minister, Jan Berg, said"
  if (first !== undefined && RELATIVE.test(tokens[first + 1]!.key)) return first;
  const inner = phraseAsSubject(scene, mark, floor);
  // "The minister, Jan Berg, said", "the minister, Jan Berg of Orvik, said"
  const named = inner?.kind === 'names' && tokens[beginOf(scene, inner) - 1]?.text === ',';
  if (named && isPerson(scene, inner)) return mark;
  if (first !== undefined) return first;
  for (let at = mark - 1; at > floor; at -= 1) if (/^[,(]$/.test(tokens[at]!.text) || isDash(tokens, at)) return at;
  return undefined;
}

const isPerson = ({ names }: Scene, { names: [index] }: Local) => names[index!]!.type === 'person';

function firstApposed(scene: Scene, mark: number, floor: number): number | undefined {
  for (let at = floor; at < mark - 1; at += 1) {
    if (!apposes(scene, at + 1)) continue;
    const phrase = scene.parts[at] === 'pronoun' ? { from: at, to: at + 1 } : phraseBefore(scene, at + 1, floor);
    if (phrase && !isGoverned(scene, phrase.from, floor) && isSomebody(scene, phrase.from, at)) return at + 1;
  }
  return undefined;
}

/** "(", or a comma and what begins an apposition. */
function apposes({ layout: { tokens }, parts, lexicon }: Scene, at: number): boolean {
  const mark = tokens[at]!.text;
  if (mark === '(') return true;
  if (mark !== ',' && !isDash(tokens, at)) return false;
  const opens = mark === '-' && tokens[at + 1]?.text === '-' ? at + 2 : at + 1;
  const next = tokens[opens];
  if (!next) return false;
  if (OPENS.test(next.key) || next.kind === 'number' || lexicon.officeModifiers.has(next.key)) return true;
  if (parts[opens] === 'verb' && next.key.endsWith('ed')) return true; // "the mayor, asked about it, said"
  if (parts[opens] === 'participle' || parts[opens] === 'adverb' || parts[opens] === 'determiner') return true;
  return lexicon.offices.has(next) || (next.capital && lexicon.demonyms.has(next));
}

/** A name that is no place, or a phrase with an article: not the "week" of "last week, the mayor". */
function isSomebody({ layout: { tokens }, parts, names, nameAt }: Scene, from: number, last: number): boolean {
  const name = names[nameAt[last] ?? -1];
  if (name) return name.type !== 'place';
  return parts[last] === 'pronoun' || parts[from] === 'determiner' || tokens[last]!.capital;
}
