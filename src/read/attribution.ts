import { type Cue, cuesIn, verbAt } from './cues.ts';
import type { Frame } from './frames.ts';
import { ownerOf } from './owners.ts';
import { preceding } from './preceding.ts';
import type { Quoted } from './quoted.ts';
import { beginOf, type Local, type Scene } from './scene.ts';
import { sourceAfter } from './sources.ts';
import { phraseAsSubject } from './subject-phrases.ts';
import { besideVerb, needsClause } from './subjects.ts';
import type { Range } from './tokens.ts';

/** How a sentence attributes the words it quotes. */
export interface Attribution {
  readonly cue?: Cue | undefined;
  /** Who speaks, in the sentence's own words. */
  readonly speaker?: Local | undefined;
}

/** "told CNN" after a quote names who was told. */
const TELLS = /^(?:tell|tells|told|inform|informs|informed|assure|assures|assured|remind|reminds|reminded)$/;
/** A sentence without end has verbs without end; the nearest ones attribute. */
const CUES_TRIED = 6;
const INTERRUPTS = /^[,—–-]$/u;
/** Finds who is said to speak: first behind words that end in a comma, first in front of others. */
export function attributionOf(scene: Scene, frame: Frame, quoted: Quoted): Attribution {
  if (quoted.label) return { speaker: labelled(scene, quoted.label) };
  const behind = () => inverted(scene, frame.after) ?? following(scene, frame.after);
  const inFront = () => preceding(scene, frame.before) ?? beforeColon(scene, frame.before);
  const found = leansBack(scene, quoted) ? (behind() ?? inFront()) : (inFront() ?? behind());
  return found ?? owned(scene, frame) ?? { cue: cuesIn(scene, frame.before).at(-1) ?? cuesIn(scene, frame.after)[0] };
}

function labelled({ nameAt, names }: Scene, { from, to }: Range): Local {
  const index = nameAt[to - 1]!;
  if (index >= 0 && names[index]!.to === to) return { from: names[index]!.from, to, kind: 'names', names: [index] };
  return { from, to, kind: 'noun', names: [] };
}

/** `"It is late," he said`, `"Is it late?" he asked`: the words wait for their verb. */
export const leansBack = ({ layout: { text } }: Scene, { words }: Quoted): boolean =>
  /[,?!]$/.test(text.slice(words.start, words.end));

/** `..., said the minister` */
function inverted(scene: Scene, { from, to }: Range): Attribution | undefined {
  const { tokens } = scene.layout;
  let at = from;
  while (at < to && (INTERRUPTS.test(tokens[at]!.text) || scene.parts[at] === 'adverb')) at += 1;
  const cue = at < to ? verbAt(scene, at, to) : undefined;
  if (!cue || TELLS.test(tokens[at]!.key) || scene.parts[at] === 'participle') return undefined;
  const speaker = sourceAfter(scene, cue.to, to);
  return speaker && { cue, speaker };
}

/** `..., the minister said`, `..., according to the ministry`, `... that it rains, said the minister` */
function following(scene: Scene, after: Range): Attribution | undefined {
  const { tokens } = scene.layout;
  for (const cue of cuesIn(scene, after).slice(0, CUES_TRIED)) {
    const begins = cue.from === after.from || tokens[cue.from - 1]!.text === ',';
    if (cue.kind === 'according') {
      const speaker = sourceAfter(scene, cue.to, after.to);
      if (speaker) return { cue, speaker };
    } else if (!needsClause(scene, cue.from, after.from)) {
      const subject = besideVerb(scene, cue.from, after.from);
      if (subject && beginsClause(scene, subject, after.from) && tokens[subject.to]?.key !== 'who')
        return { cue, speaker: subject };
      const speaker = begins && !subject ? sourceAfter(scene, cue.to, after.to) : undefined;
      if (speaker) return { cue, speaker };
    }
  }
  return undefined;
}

/** Right behind the quote, or after a comma: not "because the minister said". */
function beginsClause(scene: Scene, subject: Local, floor: number): boolean {
  const {
    layout: { tokens },
    parts,
  } = scene;
  let from = beginOf(scene, subject);
  while (from > floor && (parts[from - 1] === 'noun' || parts[from - 1] === 'determiner')) from -= 1;
  if (from > floor && tokens[from - 1]!.key === 'as') from -= 1; // "..., as a memo put it"
  return from <= floor || /^[,—–-]$/u.test(tokens[from - 1]!.text);
}

/** `Jan Berg: "..."` */
function beforeColon(scene: Scene, { from, to }: Range): Attribution | undefined {
  if (to - 1 <= from || scene.layout.tokens[to - 1]!.text !== ':') return undefined;
  const speaker = phraseAsSubject(scene, to - 1, from);
  const index = speaker?.names[0];
  return index !== undefined && scene.names[index]!.type === 'person' ? { speaker } : undefined;
}

/** `his call for "..."`, `the mayor's promise that "..."` */
function owned(scene: Scene, { before }: Frame): Attribution | undefined {
  const speaker = ownerOf(scene, before);
  return speaker && { speaker };
}
