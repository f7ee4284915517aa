import { type Cue, cuesIn, verbAt } from './cues.ts';
import { sentenceAt } from './layout.ts';
import { leadOf } from './leads.ts';
import type { Quoted } from './quoted.ts';
import type { Local, Scene } from './scene.ts';
import { sourceAfter } from './sources.ts';
import { subjectBefore } from './subjects.ts';
import type { Range } from './tokens.ts';

/** How a sentence attributes the words it quotes. */
export interface Attribution {
  readonly cue?: Cue | undefined;
  /** Who speaks, in the sentence's own words. */
  readonly speaker?: Local | undefined;
}

/** The narration around quoted words: their sentence without them, from the quote before to the marks behind. */
export interface Frame {
  readonly before: Range;
  readonly after: Range;
}

/** "told CNN" after a quote names who was told. */
const TELLS = /^(?:tell|tells|told|inform|informs|informed|assure|assures|assured|remind|reminds|reminded)$/;
/** A sentence without end has verbs without end; the nearest ones attribute. */
const CUES_TRIED = 6;
const LONGEST_FRONT = 200;
const INTERRUPTS = /^[,—–-]$/u;

/**
 * The frame of the quoted words at `index`. Its front begins after `spoken`, the token that closed the quote before.
 */
export function frameOf({ layout }: Scene, quoted: readonly Quoted[], index: number, spoken: number): Frame {
  const { from, to, closed, paragraph } = quoted[index]!;
  const open = from - 1;
  const next = quoted[index + 1]?.paragraph === paragraph ? quoted[index + 1]!.from - 1 : Number.POSITIVE_INFINITY;
  const begins = layout.sentences[sentenceAt(layout, open)]!.from;
  const ends = closed ? layout.sentences[sentenceAt(layout, to)]!.to : to;
  const after = Math.min(to + 1, ends);
  return {
    before: { from: Math.min(open, Math.max(begins, spoken + 1, open - LONGEST_FRONT)), to: open },
    after: { from: after, to: Math.max(after, Math.min(ends, next)) },
  };
}

/** Finds who is said to speak: first behind words that end in a comma, first in front of others. */
export function attributionOf(scene: Scene, frame: Frame, quoted: Quoted): Attribution {
  const behind = () => inverted(scene, frame.after) ?? following(scene, frame.after);
  const inFront = () => preceding(scene, frame.before) ?? beforeColon(scene, frame.before);
  const found = leansBack(scene, quoted) ? (behind() ?? inFront()) : (inFront() ?? behind());
  return found ?? withoutSubject(scene, frame);
}

/** `"It is late," he said`, `"Is it late?" he asked`: the words wait for their verb. */
const leansBack = ({ layout: { text } }: Scene, { words }: Quoted) => /[,?!]$/.test(text.slice(words.start, words.end));

/** `..., said the minister` */
function inverted(scene: Scene, { from, to }: Range): Attribution | undefined {
  const { tokens } = scene.layout;
  let at = from;
  while (at < to && (INTERRUPTS.test(tokens[at]!.text) || scene.lexicon.adverbs.has(tokens[at]!.key))) at += 1;
  const cue = at < to ? verbAt(scene, at, to) : undefined;
  if (!cue || TELLS.test(tokens[at]!.key) || tokens[at]!.key.endsWith('ing')) return undefined;
  const speaker = sourceAfter(scene, cue.to, to);
  return speaker && { cue, speaker };
}

/** `..., the minister said`, `..., according to the ministry` */
function following(scene: Scene, after: Range): Attribution | undefined {
  for (const cue of cuesIn(scene, after).slice(0, CUES_TRIED)) {
    const speaker =
      cue.kind === 'according' ? sourceAfter(scene, cue.to, after.to) : subjectBefore(scene, cue.from, after.from);
    if (speaker) return { cue, speaker };
  }
  return undefined;
}

/** `The minister said that ...`: the nearest verb that has a subject. */
function preceding(scene: Scene, before: Range): Attribution | undefined {
  const cues = cuesIn(scene, before);
  const last = cues.at(-1);
  for (const cue of cues.slice(-CUES_TRIED).reverse()) {
    const speaker =
      cue.kind === 'according' ? sourceAfter(scene, cue.to, before.to) : subjectBefore(scene, cue.from, before.from);
    if (speaker) return { cue: last, speaker };
  }
  return undefined;
}

/** `Jan Berg: "..."` */
function beforeColon(scene: Scene, { from, to }: Range): Attribution | undefined {
  if (to - 1 <= from || scene.layout.tokens[to - 1]!.text !== ':') return undefined;
  const index = scene.nameAt[to - 2]!;
  const name = scene.names[index];
  if (name?.type !== 'person' || name.from < from) return undefined;
  return { speaker: { from: name.from, to: name.to, kind: 'names', names: [index] } };
}

/** `..., adding that "..."`: there is a verb, and its subject stands farther off. */
function withoutSubject(scene: Scene, frame: Frame): Attribution {
  const cue = cuesIn(scene, frame.before).at(-1);
  return cue ? { cue, speaker: leadOf(scene, frame.before) } : { cue: cuesIn(scene, frame.after)[0] };
}
