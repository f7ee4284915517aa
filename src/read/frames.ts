import { sentenceAt } from './layout.ts';
import type { Quoted } from './quoted.ts';
import type { Scene } from './scene.ts';
import type { Range } from './tokens.ts';

/** The narration around quoted words: their sentence without them, from the quote before to the marks behind. */
export interface Frame {
  readonly before: Range;
  readonly after: Range;
}

const LONGEST_FRONT = 200;
/** A word or two in marks do not part a quote from its verb: "..." as they put it in the "new" plan, she said. */
const DIVIDES = 4;
const NEXT_LOOKED_AT = 4;

/**
 * The frame of the quoted words at `index`. Its front begins after `spoken`, the token that closed the quote before.
 */
export function frameOf({ layout }: Scene, quoted: readonly Quoted[], index: number, spoken: number): Frame {
  const { from, to, closed } = quoted[index]!;
  const open = from - 1;
  const begins = layout.sentences[sentenceAt(layout, open)]!.from;
  const ends = closed ? layout.sentences[sentenceAt(layout, to)]!.to : to;
  const after = Math.min(to + 1, ends);
  return {
    before: { from: Math.min(open, Math.max(begins, spoken + 1, open - LONGEST_FRONT)), to: open },
    after: { from: after, to: Math.max(after, Math.min(ends, nextOf(quoted, index), after + LONGEST_FRONT)) },
  };
}

/** Where the next quote of the paragraph opens. */
function nextOf(quoted: readonly Quoted[], index: number): number {
  for (let at = index + 1; at <= index + NEXT_LOOKED_AT; at += 1) {
    const next = quoted[at];
    if (next?.paragraph !== quoted[index]!.paragraph) break;
    if (next.to - next.from >= DIVIDES || at === index + NEXT_LOOKED_AT) return next.from - 1;
  }
  return Number.POSITIVE_INFINITY;
}
