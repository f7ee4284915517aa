import { cuesIn } from './cues.ts';
import type { Local, Scene } from './scene.ts';
import { isSpeaker } from './subject-phrases.ts';
import { besideVerb, isSubordinate } from './subjects.ts';
import type { Range } from './tokens.ts';

const LOOKED_AT = 60;
const VERBS_TRIED = 6;

/** Whom a sentence is about: the subject of its first verb of speech, else of its first verb, in no subordinate clause. */
export function leadOf(scene: Scene, { from, to }: Range): Local | undefined {
  const range = { from, to: Math.min(to, from + LOOKED_AT) };
  const speech = cuesIn(scene, range).flatMap((cue) => (cue.kind === 'verb' ? [cue.from] : []));
  const speaks = firstSubject(scene, speech, from);
  if (speaks && speaks.kind !== 'pronoun') return speaks;
  const first = firstSubject(scene, verbsIn(scene, range), from);
  // "Jan Berg was calm, he said" is about Berg
  return speaks && first?.kind !== 'names' ? speaks : first;
}

function verbsIn({ parts, quotedAt }: Scene, { from, to }: Range): number[] {
  const verbs: number[] = [];
  for (let at = from + 1; at < to; at += 1)
    if ((parts[at] === 'verb' || parts[at] === 'auxiliary') && quotedAt[at]! < 0) verbs.push(at);
  return verbs;
}

function firstSubject(scene: Scene, verbs: readonly number[], floor: number): Local | undefined {
  for (const verb of verbs.slice(0, VERBS_TRIED)) {
    const subject = besideVerb(scene, verb, floor);
    if (!subject || isSubordinate(scene, subject, verb, floor)) continue;
    // "It was late" is about nothing, "it said" about a body
    const it = scene.parts[verb] === 'verb' && scene.layout.tokens[subject.from]!.key === 'it';
    if (it || (isSpeaker(scene, subject) && !isBare(scene, subject))) return subject;
  }
  return undefined;
}

/** One noun without an article is cut off from its phrase: "Orvik, resident named ..." */
const isBare = ({ layout: { tokens } }: Scene, { kind, from, to }: Local) =>
  kind === 'noun' &&
  to - from === 1 &&
  !tokens[from]!.capital &&
  !/(?:s|people|police|staff|men|women)$/.test(tokens[from]!.key);
