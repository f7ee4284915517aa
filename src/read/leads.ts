import { cuesIn } from './cues.ts';
import type { Local, Scene } from './scene.ts';
import { sourceAfter } from './sources.ts';
import { isSpeaker } from './subject-phrases.ts';
import { besideVerb, isSubordinate } from './subjects.ts';
import type { Range } from './tokens.ts';

const LOOKED_AT = 60;
const VERBS_TRIED = 6;

/** Whom a sentence is about: the subject of its first verb of speech, else of its first verb, in no subordinate clause. */
export function leadOf(scene: Scene, { from, to }: Range): Local | undefined {
  const range = { from, to: Math.min(to, from + LOOKED_AT) };
  const speech = cuesIn(scene, range).flatMap((cue) => (cue.kind === 'verb' ? [cue.from] : []));
  const turned = lastTurned(scene, speech, range);
  if (turned) return turned;
  const speaks = firstSubject(scene, speech, from);
  if (speaks && speaks.kind !== 'pronoun') return speaks;
  const first = firstSubject(scene, verbsIn(scene, range), from);
  // "Jan Berg was calm, he said" is about Berg
  return speaks && first?.kind !== 'names' ? speaks : first;
}

/** `The bridge will hold, said Ada Holm.` */
function lastTurned(scene: Scene, verbs: readonly number[], { from, to }: Range): Local | undefined {
  for (const verb of verbs.slice(-VERBS_TRIED).reverse()) {
    if (verb <= from || scene.layout.tokens[verb - 1]!.text !== ',' || scene.parts[verb] !== 'verb') continue;
    const source = sourceAfter(scene, verb + 1, to);
    const ends = source && (source.to >= to || scene.parts[source.to] === 'mark');
    if (ends && source.kind === 'names') return source;
  }
  return undefined;
}

function verbsIn({ parts, quotedAt }: Scene, { from, to }: Range): number[] {
  const verbs: number[] = [];
  for (let at = from + 1; at < to; at += 1)
    if ((parts[at] === 'verb' || parts[at] === 'auxiliary') && quotedAt[at]! < 0) verbs.push(at);
  return verbs;
}

function firstSubject(scene: Scene, verbs: readonly number[], floor: number): Local | undefined {
  const { tokens } = scene.layout;
  for (const verb of verbs.slice(0, VERBS_TRIED)) {
    const subject = besideVerb(scene, verb, floor);
    if (!subject || isSubordinate(scene, subject, verb, floor)) continue;
    // "It was late" is about nothing, "it said" about a body
    const it = scene.lexicon.speechVerbs.has(tokens[verb]) && tokens[subject.from]!.key === 'it';
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
