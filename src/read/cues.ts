import { isParticiple } from './parts.ts';
import type { Scene } from './scene.ts';
import type { Range } from './tokens.ts';

/** A verb or phrase that attributes words: "said", "according to". */
export interface Cue extends Range {
  /** After "according to" and "described by" comes who speaks; a verb has a subject. */
  readonly kind: 'verb' | 'according';
}

const PASSIVE = /^(?:is|are|was|were|be|been|being|got|get)$/;
const GOES = /^(?:go|goes|going|went)$/;
/** "a thought echoed by critics" */
const NAMES = /(?:ed|written)$/;
const ACCORDING = /^(?:according to|words of|eyes of|view of|opinion of|per the|per a)$/;

/** The cues between two tokens, outside quotation marks, in order. */
export function cuesIn(scene: Scene, { from, to }: Range): Cue[] {
  const { tokens } = scene.layout;
  const cues: Cue[] = [];
  for (let at = from; at < to; at += 1) {
    if (scene.quotedAt[at]! >= 0 || tokens[at]!.kind !== 'word' || scene.nameAt[at]! >= 0) continue;
    const cue = accordingAt(scene, at) ?? verbAt(scene, at, to) ?? passiveAt(scene, at, to);
    if (!cue) continue;
    cues.push(cue);
    at = cue.to - 1;
  }
  return cues;
}

function accordingAt({ layout: { tokens } }: Scene, at: number): Cue | undefined {
  const next = tokens[at + 1];
  if (!next || !ACCORDING.test(`${tokens[at]!.key} ${next.key}`)) return undefined;
  return { from: at, to: tokens[at]!.key === 'per' ? at + 1 : at + 2, kind: 'according' };
}

/** A speech verb that is no noun ("the report") and not passive ("was announced"). */
export function verbAt(scene: Scene, at: number, limit: number): Cue | undefined {
  const match = speechAt(scene, at, limit);
  if (match === undefined || isPassive(scene, at) || byWhom(scene, at, match, limit)) return undefined;
  return { from: at, to: at + match, kind: 'verb' };
}

/** "was described by the mayor as", "a plan called by critics" */
function passiveAt(scene: Scene, at: number, limit: number): Cue | undefined {
  const match = speechAt(scene, at, limit);
  if (match === undefined || !byWhom(scene, at, match, limit)) return undefined;
  return { from: at, to: at + match + 1, kind: 'according' };
}

function speechAt({ layout: { tokens }, parts, lexicon }: Scene, at: number, limit: number): number | undefined {
  if (parts[at] !== 'verb' && parts[at] !== 'participle') return undefined;
  const length = lexicon.speechVerbs.at(tokens, at, limit)?.length;
  // "went on: ...", but "the vote goes on until dawn"
  const next = tokens[at + 2];
  return length === 2 && GOES.test(tokens[at]!.key) && next?.kind === 'word' && next.key !== 'to' ? undefined : length;
}

function isPassive({ layout: { tokens }, parts }: Scene, at: number): boolean {
  if (isParticiple(tokens[at]!)) return false;
  let before = at - 1;
  while (before >= 0 && parts[before] === 'adverb') before -= 1;
  return before >= 0 && PASSIVE.test(tokens[before]!.key);
}

/** "said by telephone" is no passive. */
function byWhom(scene: Scene, at: number, length: number, limit: number): boolean {
  const { tokens } = scene.layout;
  const by = at + length;
  if (by + 1 >= limit || tokens[by]!.key !== 'by' || scene.parts[by + 1] === 'participle') return false;
  return isPassive(scene, at) || NAMES.test(tokens[at]!.key);
}
