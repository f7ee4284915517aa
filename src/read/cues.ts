import type { Scene } from './scene.ts';
import { isPossessive, type Range } from './tokens.ts';

/** A verb or phrase that attributes words: "said", "according to". */
export interface Cue extends Range {
  readonly kind: 'verb' | 'according';
}

/** "the report", "in response", "the latest comment": after these a speech verb is a noun. */
const BEFORE_NOUN = [
  /^(?:the|a|an|this|that|these|those|his|her|its|their|no|any|some|such|latest|new|recent|first)$/,
  /^(?:of|in|by|with|for|from|on|about|under|after)$/,
];
const PASSIVE = /^(?:is|are|was|were|be|been|being)$/;

/** The cues between two tokens, outside quotation marks, in order. */
export function cuesIn(scene: Scene, { from, to }: Range): Cue[] {
  const { tokens } = scene.layout;
  const cues: Cue[] = [];
  for (let at = from; at < to; at += 1) {
    if (scene.quotedAt[at]! >= 0 || tokens[at]!.kind !== 'word' || scene.nameAt[at]! >= 0) continue;
    const cue = accordingAt(scene, at) ?? verbAt(scene, at, to);
    if (!cue) continue;
    cues.push(cue);
    at = cue.to - 1;
  }
  return cues;
}

function accordingAt({ layout: { tokens } }: Scene, at: number): Cue | undefined {
  const { key } = tokens[at]!;
  const according =
    (key === 'according' && tokens[at + 1]?.key === 'to') || (key === 'words' && tokens[at + 1]?.key === 'of');
  return according ? { from: at, to: at + 2, kind: 'according' } : undefined;
}

/** A speech verb that is no noun ("the report") and not passive ("was announced"). */
export function verbAt({ layout: { tokens }, lexicon }: Scene, at: number, limit: number): Cue | undefined {
  const match = lexicon.speechVerbs.at(tokens, at, limit);
  const before = tokens[at - 1];
  if (!match || (tokens[at]!.capital && before?.kind === 'word')) return undefined;
  if (before && (isPossessive(before) || BEFORE_NOUN.some((words) => words.test(before.key)))) return undefined;
  if (before && PASSIVE.test(before.key) && !tokens[at]!.key.endsWith('ing')) return undefined;
  return { from: at, to: at + match.length, kind: 'verb' };
}
