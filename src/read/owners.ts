import { phraseBefore } from './noun-phrases.ts';
import { possessiveOf } from './pronouns.ts';
import type { Local, Scene } from './scene.ts';
import { phraseAsSubject } from './subject-phrases.ts';
import { isPossessive, type Range } from './tokens.ts';

const LOOKED_BACK = 25;

/** The nearest owner of words in front of a quote: "his" in "his call for", "Sand's" in "Sand's promise that". */
export function ownerOf(scene: Scene, { from, to }: Range): Local | undefined {
  const { tokens } = scene.layout;
  if (to > from && tokens[to - 1]!.key === 'as') return undefined; // "played down his words as"
  if (to > from && isPossessive(tokens[to - 1])) return ownerBefore(scene, to, from);
  for (let at = to - 1; at >= Math.max(from, to - LOOKED_BACK); at -= 1) {
    if (scene.quotedAt[at]! >= 0) return undefined;
    if (!scene.lexicon.speechNouns.has(tokens[at]!.key)) continue;
    const owner = ownerBefore(scene, at, from);
    if (owner) return owner;
  }
  return undefined;
}

/** Before a noun, over its adjectives. */
function ownerBefore(scene: Scene, noun: number, floor: number): Local | undefined {
  const { tokens } = scene.layout;
  for (let at = noun - 1; at >= floor; at -= 1) {
    if (possessiveOf(tokens[at]!.key)) return { from: at, to: at + 1, kind: 'pronoun', names: [] };
    if (isPossessive(tokens[at])) {
      const phrase = phraseBefore(scene, at, floor);
      return phrase && phraseAsSubject(scene, at, phrase.from);
    }
    if (scene.parts[at] !== 'noun' && scene.parts[at] !== 'number') return undefined;
  }
  return undefined;
}
