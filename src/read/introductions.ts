import { cuesIn } from './cues.ts';
import type { Frame } from './frames.ts';
import { sentenceAt } from './layout.ts';
import { leadOf } from './leads.ts';
import { beginOf, type Local, type Scene } from './scene.ts';
import type { Sentence } from './sentences.ts';
import { sourceAfter } from './sources.ts';
import { besideVerb } from './subjects.ts';

const CUES_TRIED = 3;

/**
 * `The mayor had spoken of floods. "We will rebuild."`: the speaker of the sentence before, for a quote without a verb
 * of its own. Not if words were quoted there (`spoken` closed them): those tell more.
 */
export function introducedIn(scene: Scene, frame: Frame, spoken: number): Local | undefined {
  const { sentences } = scene.layout;
  const here = sentenceAt(scene.layout, frame.before.to);
  const previous = sentences[here - 1];
  if (!previous || spoken >= previous.from) return undefined;
  const apart = sentences[here]!.paragraph - previous.paragraph;
  const alone = isAlone(scene, frame);
  if (apart > (alone ? 1 : 0)) return undefined;
  const announced = scene.layout.tokens[previous.to - 1]!.text === ':';
  const speaks = announced || cuesIn(scene, previous).length > 0;
  if (!speaks && (!alone || apart > 0)) return undefined;
  return announced
    ? (turned(scene, previous) ?? leadOf(scene, previous))
    : (atTheEnd(scene, previous) ?? leadOf(scene, previous));
}

/** Nothing around it but, at most, `Adding,`. */
function isAlone(scene: Scene, { before, after }: Frame): boolean {
  if (after.from < after.to) return false;
  for (let at = before.from; at < before.to; at += 1) {
    const part = scene.parts[at];
    if (part !== 'participle' && part !== 'mark' && part !== 'adverb') return false;
  }
  return true;
}

/** `Stated the mayor:` */
function turned(scene: Scene, { from, to }: Sentence): Local | undefined {
  return scene.parts[from] === 'verb' ? sourceAfter(scene, from + 1, to - 1) : undefined;
}

/** `The bridge will hold, the mayor said.` */
function atTheEnd(scene: Scene, sentence: Sentence): Local | undefined {
  const { tokens } = scene.layout;
  for (const cue of cuesIn(scene, sentence).slice(-CUES_TRIED).reverse()) {
    if (cue.kind !== 'verb' || scene.parts[cue.from] === 'participle') continue;
    const subject = besideVerb(scene, cue.from, sentence.from);
    const begin = subject ? beginOf(scene, subject) : sentence.from;
    if (begin > sentence.from && tokens[begin - 1]!.text === ',') return subject;
  }
  return undefined;
}
