import { canSpeak, headOf, isGoverned, phraseBefore, withLinks } from './noun-phrases.ts';
import { pronounOf } from './pronouns.ts';
import type { Local, Scene } from './scene.ts';
import { isPossessive, type Range } from './tokens.ts';

const NOBODY = /^(?:time|point|fact|question|day|week|month|year)$/;
const MOST_TOGETHER = 4;

/** What ends before a token, as a subject: "Mara Sand", "she", "a spokesman for the Pentagon". */
export function phraseAsSubject(scene: Scene, end: number, floor: number, relative = false): Local | undefined {
  const { tokens } = scene.layout;
  const last = end - 1;
  if (last < Math.max(0, floor)) return undefined;
  if (scene.quotedAt[last]! >= 0) return undefined;
  if (pronounOf(tokens[last]!) && scene.nameAt[last]! < 0) {
    return isGoverned(scene, last, floor) ? undefined : { from: last, to: end, kind: 'pronoun', names: [] };
  }
  const inner = phraseBefore(scene, end, floor);
  if (!inner) return undefined;
  const whole = withLinks(scene, inner, floor);
  // "in a statement saying": what a preposition governs does not speak, unless a clause of its own follows
  if (relative) return localOf(scene, inner, inner, floor);
  const both = withTwoOffices(scene, whole, floor);
  if (both) return { ...both, kind: 'noun', names: [] };
  if (isGoverned(scene, whole.from, floor)) return undefined;
  return localOf(scene, whole, inner, floor);
}

/** "the senator and presidential candidate": one person, for the second office has no article. */
function withTwoOffices(scene: Scene, { from, to }: Range, floor: number): Range | undefined {
  const { tokens } = scene.layout;
  if (
    from - 2 <= floor ||
    tokens[from - 1]!.key !== 'and' ||
    !scene.lexicon.offices.has(tokens[headOf(scene, { from, to })])
  )
    return undefined;
  if (scene.parts[from] === 'determiner') return undefined;
  const first = phraseBefore(scene, from - 1, floor);
  const one = first && tokens[first.from]!.key === 'the';
  return one ? { from: first.from, to } : undefined;
}

/** A name by itself, those that are joined to it, or the words of a phrase. */
export function localOf(scene: Scene, whole: Range, inner: Range, floor: number): Local | undefined {
  const { names, nameAt } = scene;
  const { tokens } = scene.layout;
  const head = whole.from === inner.from ? inner.to : headOf(scene, whole) + 1;
  const name = nameAt[head - 1]!;
  if (name >= 0 && names[name]!.to === head && (head === whole.to || standsAlone(scene, name, whole.from)))
    return together(scene, name, floor);
  const noun = tokens[head - 1]!;
  if (NOBODY.test(noun.key)) return undefined;
  return { from: whole.from, to: whole.to, kind: 'noun', names: [] };
}

/** In "Ada Holm of the Coastal Bank said" it is she; in "the Holm adviser in Orvik said" it is not. */
const standsAlone = ({ names, styles }: Scene, name: number, from: number) =>
  names[name]!.type === 'person' || styles[name]!.from <= from + 1;

function together(scene: Scene, last: number, floor: number): Local {
  const { names } = scene;
  const joined = [last];
  while (joined.length < MOST_TOGETHER) {
    const other = joinedTo(scene, joined[0]!, floor);
    if (other === undefined) break;
    joined.unshift(other);
  }
  return { from: names[joined[0]!]!.from, to: names[last]!.to, kind: 'names', names: joined };
}

/** The name of the same type before "and". */
function joinedTo(scene: Scene, index: number, floor: number): number | undefined {
  const {
    layout: { tokens },
    names,
    styles,
    nameAt,
  } = scene;
  const and = styles[index]!.from - 1;
  if (tokens[and]?.key !== 'and') return undefined;
  const last = tokens[and - 1]?.text === ',' ? and - 2 : and - 1;
  const other = last >= floor ? nameAt[last]! : -1;
  if (other < 0 || names[other]!.type !== names[index]!.type) return undefined;
  if (isGoverned(scene, styles[other]!.from, floor)) return undefined;
  return isPossessive(tokens[names[other]!.to]) ? undefined : other;
}

/** A person, a body, a word for those who speak; no place, no "it" and no thing. */
export function isSpeaker(scene: Scene, { kind, names, from, to }: Local): boolean {
  const { tokens } = scene.layout;
  if (kind === 'names') return names.every((name) => scene.names[name]!.type !== 'place');
  if (kind === 'pronoun') return tokens[from]!.key !== 'it';
  return canSpeak(tokens[headOf(scene, { from, to })]!, scene.lexicon);
}
