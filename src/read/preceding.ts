import type { Attribution } from './attribution.ts';
import { subjectBefore } from './clauses.ts';
import { type Cue, cuesIn } from './cues.ts';
import { beginOf, type Local, type Scene } from './scene.ts';
import { sourceAfter } from './sources.ts';
import { isSpeaker } from './subject-phrases.ts';
import { besideVerb, isSubordinate } from './subjects.ts';
import type { Range } from './tokens.ts';

/** A sentence without end has verbs without end; the nearest ones attribute. */
const CUES_TRIED = 6;
/** "Sand, who said of the plan that day: ..." */
const NEAR = 6;
const CLAUSE = /^(?:who|which|if|whether)$/;

/** `The minister said that ...`: the nearest verb that has a subject, but not what others do in a subordinate clause. */
export function preceding(scene: Scene, before: Range): Attribution | undefined {
  const cues = cuesIn(scene, before);
  const last = cues.at(-1);
  const put = putBetween(scene, cues, before);
  if (put) return put;
  let second: Local | undefined;
  for (const cue of cues.slice(-CUES_TRIED).reverse()) {
    const speaker = speakerOf(scene, cue, before);
    if (!speaker) continue;
    const aside = cue.kind === 'verb' && (isThing(scene, speaker) || isFarAside(scene, speaker, cue, before));
    if (!aside) return { cue: last, speaker };
    second ??= speaker;
  }
  return second && { cue: last, speaker: second };
}

/** "The club said its actions reflected ...": what cannot speak does so only where nobody else does. */
const isThing = (scene: Scene, speaker: Local) => !isSpeaker(scene, speaker) && speaker.kind === 'noun';

const isFarAside = (scene: Scene, speaker: Local, cue: Cue, before: Range) =>
  !isNear(scene, cue.to, before.to) && isAside(scene, speaker, cue, before.from);

/** So near its verb, a quote belongs to it even in a subordinate clause: "Sand, who said of the plan: ..." */
function isNear({ layout: { tokens } }: Scene, cue: number, quote: number): boolean {
  return quote - cue <= 1 || (quote - cue <= NEAR && /^[,:]$/.test(tokens[quote - 1]!.text));
}

/** `The quay, the mayor said, is "..."`: between commas, whoever else believes or says something around it. */
function putBetween(scene: Scene, cues: readonly Cue[], { from, to }: Range): Attribution | undefined {
  const { tokens } = scene.layout;
  for (const cue of cues.slice(-CUES_TRIED).reverse()) {
    if (cue.kind !== 'verb' || scene.parts[cue.from] === 'participle') continue;
    if (tokens[cue.to]?.text === ',' && cue.to < to - 1) {
      const subject = besideVerb(scene, cue.from, from);
      if (subject && tokens[beginOf(scene, subject) - 1]?.text === ',' && beginOf(scene, subject) > from)
        return { cue, speaker: subject };
    } else if (cue.from > from && tokens[cue.from - 1]!.text === ',') {
      const speaker = sourceAfter(scene, cue.to, to);
      if (speaker && speaker.to < to - 1 && tokens[speaker.to]!.text === ',' && speaker.kind === 'names')
        return { cue, speaker };
    }
  }
  return undefined;
}

function speakerOf(scene: Scene, cue: Cue, before: Range): Local | undefined {
  if (cue.kind === 'according') return sourceAfter(scene, cue.to, before.to);
  const { tokens } = scene.layout;
  const subject = subjectBefore(scene, cue.from, before.from);
  if (subject) return subject;
  // `Explained Sand: "..."`
  const speaker = sourceAfter(scene, cue.to, before.to);
  return speaker && speaker.to === before.to - 1 && /^[:,]$/.test(tokens[speaker.to]!.text) ? speaker : undefined;
}

/** "voters who wonder", "if people think" */
function isAside(scene: Scene, speaker: Local, cue: Cue, floor: number): boolean {
  if (!isSubordinate(scene, speaker, cue.from, floor)) return false;
  const { tokens } = scene.layout;
  for (let at = Math.max(floor, speaker.from - 2); at < Math.min(cue.from, speaker.to + 2); at += 1)
    if (CLAUSE.test(tokens[at]!.key)) return true;
  // "She said she often speaks of it because ..."
  return tokens[speaker.to]!.key === 'that' ? speaker.kind !== 'names' : speaker.kind === 'pronoun';
}
