import { cuesIn } from './cues.ts';
import { pronounOf } from './pronouns.ts';
import type { Local, Scene } from './scene.ts';
import { subjectBefore } from './subjects.ts';
import type { Range } from './tokens.ts';

const GOVERNS =
  /^(?:of|for|to|with|at|in|from|by|near|about|against|on|after|before|since|despite|under|over|between|during)$/;
const LOOKED_AT = 40;
const CUES_TRIED = 2;

/** Whom a sentence is about: the subject of its first speech verb, else the first name or pronoun before its verb. */
export function leadOf(scene: Scene, sentence: Range): Local | undefined {
  const range = { from: sentence.from, to: Math.min(sentence.to, sentence.from + LOOKED_AT) };
  for (const cue of cuesIn(scene, range).slice(0, CUES_TRIED)) {
    const subject = cue.kind === 'verb' ? subjectBefore(scene, cue.from, sentence.from) : undefined;
    if (subject) return subject;
  }
  return firstSubject(scene, range);
}

function firstSubject(scene: Scene, { from, to }: Range): Local | undefined {
  const { tokens } = scene.layout;
  for (let at = from; at < to; at += 1) {
    if (scene.quotedAt[at]! >= 0) continue;
    const index = scene.nameAt[at]!;
    if (index >= 0) {
      const name = scene.names[index]!;
      if (!isGoverned(scene, index, from)) return { from: name.from, to: name.to, kind: 'names', names: [index] };
      at = name.to - 1;
    } else if (pronounOf(tokens[at]!.key) && tokens[at]!.key !== 'it') {
      // "It was late" is about nothing
      return { from: at, to: at + 1, kind: 'pronoun', names: [] };
    } else if (scene.lexicon.auxiliaries.has(tokens[at]!.key)) {
      // "The crowd saw Ada Holm" is not about her; "When it was over, Ada Holm left" is.
      while (at < to && tokens[at]!.text !== ',') at += 1;
    }
  }
  return undefined;
}

function isGoverned({ layout: { tokens }, styles }: Scene, index: number, floor: number): boolean {
  const { from } = styles[index]!;
  return from > floor && GOVERNS.test(tokens[from - 1]!.key);
}
