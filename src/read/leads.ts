import { cuesIn } from './cues.ts';
import { pronounOf } from './pronouns.ts';
import type { Local, Scene } from './scene.ts';
import { subjectBefore } from './subjects.ts';
import type { Range } from './tokens.ts';

const LEADS_AWAY =
  /^(?:of|for|to|with|at|in|from|by|near|about|against|on|after|before|since|despite|under|over|between|during|against)$/;
const LOOKED_AT = 40;

/** Whom a sentence is about: the subject of its first speech verb, else the first name or pronoun that leads it. */
export function leadOf(scene: Scene, sentence: Range): Local | undefined {
  const limit = Math.min(sentence.to, sentence.from + LOOKED_AT);
  for (const cue of cuesIn(scene, { from: sentence.from, to: limit }).slice(0, 2)) {
    const subject = cue.kind === 'verb' ? subjectBefore(scene, cue.from, sentence.from) : undefined;
    if (subject) return subject;
  }
  const {
    layout: { tokens },
    nameAt,
    names,
    styles,
    quotedAt,
  } = scene;
  for (let at = sentence.from; at < limit; at += 1) {
    if (quotedAt[at]! >= 0) continue;
    const index = nameAt[at]!;
    if (index < 0 && pronounOf(tokens[at]!.key)) return { from: at, to: at + 1, kind: 'pronoun', names: [] };
    if (index < 0) continue;
    const { from, to } = names[index]!;
    const before = tokens[styles[index]!.from - 1];
    if (!(before && styles[index]!.from > sentence.from && LEADS_AWAY.test(before.key)))
      return { from, to, kind: 'names', names: [index] };
    at = to - 1;
  }
  return undefined;
}
