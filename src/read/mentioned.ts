import type { Cast } from './entities.ts';
import type { Scene } from './scene.ts';
import type { Range } from './tokens.ts';

const WORDS_BACK = 200;

/** The entities that the narration names between two tokens, in order, each once. */
export function mentionedIn({ nameAt, quotedAt }: Scene, { entityOf }: Cast, { from, to }: Range): number[] {
  const entities = new Set<number>();
  for (let at = Math.max(from, to - WORDS_BACK); at < to; at += 1) {
    const name = nameAt[at]!;
    if (name >= 0 && quotedAt[at]! < 0) entities.add(entityOf[name]!);
  }
  return [...entities];
}

/** Said by somebody as a whole: such a sentence names nobody for the narration. */
export const isQuoted = ({ quotedAt }: Scene, { from, to }: Range): boolean =>
  quotedAt[from]! >= 0 && quotedAt[from] === quotedAt[to - 1];
