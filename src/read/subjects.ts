import type { Lexicon } from './lexicon.ts';
import { canSpeak, nounPhraseBefore } from './noun-phrases.ts';
import { pronounOf } from './pronouns.ts';
import type { Local, Scene } from './scene.ts';
import { isPossessive, type Token } from './tokens.ts';

const RELATIVE = /^(?:who|which|that)$/;
const GOVERNS = /^(?:of|for|to|with|at|in|from|by|near|about|against)$/;
const BEFORE_DATE = /^(?:on|last|early|late|this|in)$/;
const OPENS_APPOSITION =
  /^(?:who|which|whose|a|an|the|his|her|its|their|one|also|now|then|himself|herself|speaking|of|in|on|at)$/;
const QUOTED_AS = /^(?:as|quoted)$/;
const NO_ADVERB = /^(?:family|ally|assembly|daily|weekly|monthly)$/;
const MOST_TOGETHER = 4;

/** Who does what a verb says: the words before it, back over adverbs and appositions, not before `floor`. */
export function subjectBefore(scene: Scene, verb: number, floor: number): Local | undefined {
  const { tokens } = scene.layout;
  let end = skipBack(scene, verb, floor);
  if (end > floor && /^[,)—–]$/u.test(tokens[end - 1]!.text)) end = beforeApposition(scene, end - 1, floor);
  // "Mara Sand, who said"
  if (end > floor && RELATIVE.test(tokens[end - 1]!.key)) end -= tokens[end - 2]?.text === ',' ? 2 : 1;
  return end > floor ? phraseBefore(scene, end, floor) : undefined;
}

/** Back over "has also", "reportedly", "on Friday", "was quoted as". */
function skipBack({ layout: { tokens }, lexicon }: Scene, verb: number, floor: number): number {
  let end = verb;
  while (end > floor) {
    const { key } = tokens[end - 1]!;
    const beforeDate = end < verb && BEFORE_DATE.test(key) && lexicon.calendar.has(tokens[end]!.key);
    const date = lexicon.calendar.has(key) || beforeDate;
    const adverb = lexicon.auxiliaries.has(key) || lexicon.adverbs.has(key) || isAdverb(tokens[end - 1]!);
    if (!date && !adverb && !QUOTED_AS.test(key)) break;
    end -= 1;
  }
  return end;
}

const isAdverb = ({ key, capital }: Token) => !capital && key.length > 4 && key.endsWith('ly') && !NO_ADVERB.test(key);

/** "Mara Sand, head of the port, said": where what stands before the apposition ends. */
function beforeApposition(scene: Scene, comma: number, floor: number): number {
  const { tokens } = scene.layout;
  if (tokens[comma]!.text === ')') {
    // "Holm (Labour) said"
    for (let at = comma - 1; at > floor; at -= 1) if (tokens[at]!.text === '(') return at;
  }
  const inner = scene.styles[scene.nameAt[comma - 1] ?? -1];
  if (inner && tokens[inner.from - 1]?.text === ',') return comma; // "The minister, Jan Berg, said"
  for (let at = floor; at < comma - 1; at += 1) {
    const name = scene.names[scene.nameAt[at] ?? -1];
    if (!name || name.to >= comma) continue;
    if (name.type !== 'place' && apposes(tokens, name.to, scene.lexicon)) return name.to;
    at = name.to - 1;
  }
  for (let at = comma - 1; at > floor; at -= 1) if (/^[,(—–]$/u.test(tokens[at]!.text)) return at;
  return comma;
}

/** After a name: "(", or a comma and what begins an apposition. */
function apposes(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const mark = tokens[at]!.text;
  const next = tokens[at + 1];
  if (mark === '(') return true;
  if (!next || !/^[,—–]$/u.test(mark)) return false;
  if (OPENS_APPOSITION.test(next.key) || next.kind === 'number' || lexicon.officeModifiers.has(next.key)) return true;
  return lexicon.offices.has(next) || (next.capital && lexicon.demonyms.has(next));
}

function phraseBefore(scene: Scene, end: number, floor: number): Local | undefined {
  const { tokens } = scene.layout;
  const last = end - 1;
  if (scene.quotedAt[last]! >= 0) return undefined;
  const name = scene.nameAt[last]!;
  if (name >= 0) return nameBefore(scene, name, floor);
  if (pronounOf(tokens[last]!.key)) return { from: last, to: end, kind: 'pronoun', names: [] };
  const phrase = nounPhraseBefore(scene, end, floor);
  // "in a statement saying": what a preposition governs does not speak
  if (!phrase || (phrase.from > floor && GOVERNS.test(tokens[phrase.from - 1]!.key))) return undefined;
  return { ...phrase, kind: 'noun', names: [] };
}

/** A name as the subject; "a spokesman for the Pentagon" if it only belongs to one; all of those that are joined. */
function nameBefore(scene: Scene, last: number, floor: number): Local | undefined {
  const { names } = scene;
  const index = personOf(scene, last, floor) ?? last;
  const { to, type } = names[index]!;
  const owner = ownerOf(scene, index, floor);
  if (owner !== undefined) return { from: owner, to, kind: 'noun', names: [] };
  if (type === 'place' && governed(scene, index, floor) !== undefined) return undefined;
  const together = [index];
  while (together.length < MOST_TOGETHER) {
    const other = joinedTo(scene, together[0]!, floor);
    if (other === undefined || ownerOf(scene, other, floor) !== undefined) break;
    together.unshift(other);
  }
  return { from: names[together[0]!]!.from, to, kind: 'names', names: together };
}

/** In "Ada Holm of the Coastal Bank said" it is she. */
function personOf(scene: Scene, index: number, floor: number): number | undefined {
  const preposition = governed(scene, index, floor);
  const person = preposition === undefined ? -1 : scene.nameAt[preposition - 1]!;
  return person >= 0 && scene.names[person]!.type === 'person' ? person : undefined;
}

/** Where the preposition stands that governs a name with its title and article. */
function governed({ layout: { tokens }, styles, lexicon }: Scene, index: number, floor: number): number | undefined {
  const { from } = styles[index]!;
  const article = lexicon.determiners.has(tokens[from - 1]?.key ?? '') ? from - 1 : from;
  return article - 1 > floor && GOVERNS.test(tokens[article - 1]!.key) ? article - 1 : undefined;
}

/** Where "a spokesman for the Pentagon" begins. */
function ownerOf(scene: Scene, index: number, floor: number): number | undefined {
  const preposition = governed(scene, index, floor);
  const outer = preposition === undefined ? undefined : nounPhraseBefore(scene, preposition, floor);
  return outer && canSpeak(scene.layout.tokens[outer.to - 1]!, scene.lexicon) ? outer.from : undefined;
}

/** The name of the same type before "and". */
function joinedTo(
  { layout: { tokens }, names, styles, nameAt }: Scene,
  index: number,
  floor: number,
): number | undefined {
  const and = styles[index]!.from - 1;
  if (tokens[and]?.key !== 'and') return undefined;
  const last = tokens[and - 1]?.text === ',' ? and - 2 : and - 1;
  const other = last >= floor ? nameAt[last]! : -1;
  if (other < 0 || names[other]!.type !== names[index]!.type) return undefined;
  return isPossessive(tokens[names[other]!.to]) ? undefined : other;
}
