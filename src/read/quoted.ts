import type { Span } from '../model/span.ts';
import { doublesOf, type Pair } from './doubles.ts';
import { labelAt } from './labels.ts';
import type { Layout } from './layout.ts';
import { singlesOf } from './singles.ts';
import type { Range, Token } from './tokens.ts';

/** Words between quotation marks, in one paragraph: a quote, or not (a title, a scare quote). */
export interface Quoted extends Pair {
  /** The words without their marks. */
  readonly words: Span;
  /** Who speaks, where a transcript names them inside the marks: `"HOLM: We will rebuild."` */
  readonly label?: Range;
  readonly paragraph: number;
}

/** Words trimmed of these hold no mark of their own at either end. */
const OUTER = /[\s"“”„‟«»「」『』＂]/u;
const DOUBLED = /^(?:``|'')$/;

/** Every stretch between quotation marks, in order: double ones, and single ones where those are the outer marks. */
export function quotedIn(layout: Layout): Quoted[] {
  const { text, tokens, paragraphs } = layout;
  return paragraphs.flatMap((range, paragraph) => {
    const doubles = doublesOf(text, tokens, range);
    const pairs = outermost([...doubles, ...singlesOf(tokens, range, doubles)]);
    return pairs.flatMap((pair) => {
      const label = labelAt(layout, pair);
      const words = wordsOf(text, tokens, { from: label ? label.to + 1 : pair.from, to: pair.to });
      return words ? [{ ...pair, words, paragraph, ...(label && { label }) }] : [];
    });
  });
}

/** In order, without those that stand in another: ‘He said “go home” to us.’ */
function outermost(pairs: readonly Pair[]): Pair[] {
  let end = -1;
  const inOrder = [...pairs].sort((one, other) => one.from - other.from);
  return inOrder.filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}

function wordsOf(text: string, tokens: readonly Token[], { from, to }: Range): Span | undefined {
  if (from >= to) return undefined;
  let start = tokens[from]!.start;
  let end = tokens[to - 1]!.end;
  for (let trimmed = -1; trimmed !== end - start; ) {
    trimmed = end - start;
    if (DOUBLED.test(text.slice(start, start + 2))) start += 2;
    if (DOUBLED.test(text.slice(Math.max(start, end - 2), end))) end -= 2;
    while (start < end && OUTER.test(text.charAt(start))) start += 1;
    while (start < end && OUTER.test(text.charAt(end - 1))) end -= 1;
  }
  return start < end ? { start, end } : undefined;
}
