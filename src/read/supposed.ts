import { leansBack } from './attribution.ts';
import { clauseSubject } from './clauses.ts';
import type { Frame } from './frames.ts';
import { sentenceAt } from './layout.ts';
import { phraseFrom } from './noun-phrases.ts';
import type { Quoted } from './quoted.ts';
import type { Local, Scene } from './scene.ts';
import { sourceAfter } from './sources.ts';
import { isSpeaker, phraseAsSubject } from './subject-phrases.ts';

/** Who speaks where no known verb says so: by the place beside the quote. */
export function supposedIn(scene: Scene, frame: Frame, quoted: Quoted): Local | undefined {
  const behind = leansBack(scene, quoted) ? speakerBehind(scene, frame) : undefined;
  return behind ?? inFront(scene, frame);
}

/** `The mayor shot back, "..."`: the subject of the sentence, if it can speak. */
function inFront(scene: Scene, { before: { from, to } }: Frame): Local | undefined {
  if (from >= to) return undefined;
  const { tokens, sentences } = scene.layout;
  // `She called it "..." and feared "..."` goes on with her.
  if (from > sentences[sentenceAt(scene.layout, from)]!.from && !/^[,:]$/.test(tokens[to - 1]!.text)) return undefined;
  const subject = clauseSubject(scene, to, from);
  if (subject && isSpeaker(scene, subject)) return subject;
  if (!/^[,:]$/.test(tokens[to - 1]!.text)) return undefined;
  if (scene.parts[from] === 'pronoun') return phraseAsSubject(scene, from + 1, from);
  const phrase = phraseFrom(scene, from, to);
  const first = phrase && phraseAsSubject(scene, phrase.to, from);
  return first && isSpeaker(scene, first) ? first : undefined;
}

/** Behind words that end in a comma stands who speaks, whatever the verb: `"...," the mayor scoffed`. */
function speakerBehind(scene: Scene, { after: { from, to } }: Frame): Local | undefined {
  if (from >= to) return undefined;
  const { parts } = scene;
  if (parts[from] === 'verb') return sourceAfter(scene, from + 1, to);
  if (parts[from] === 'pronoun') return parts[from + 1] === 'verb' ? phraseAsSubject(scene, from + 1, from) : undefined;
  const phrase = phraseFrom(scene, from, to);
  if (!phrase) return undefined;
  const next = parts[phrase.to];
  if (next !== 'verb' && (next !== 'preposition' || scene.nameAt[phrase.to - 1]! < 0)) return undefined;
  return phraseAsSubject(scene, phrase.to, from);
}
