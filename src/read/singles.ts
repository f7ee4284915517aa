import type { Pair } from './doubles.ts';
import type { Range, Token } from './tokens.ts';

const MARK = /^['‘’‚‹›]$/u;
const OPENS = /^['‘‚‹]$/u;
/** 'em, 'tis, ’90s: an apostrophe, not a mark. */
const ELISION = /^(?:em|tis|twas|twere|til|till|cause|bout|round|n|\d\S*)$/;

interface Mark {
  readonly at: number;
  /** Where the next double mark opens: no pair reaches over it. */
  readonly limit: number;
}

/**
 * Words between single marks, as British papers quote them. Outside double marks only: inside they are part of the
 * words. An apostrophe at the end of a word ("the boys' school") looks like a closing mark, so one after punctuation is
 * preferred.
 */
export function singlesOf(tokens: readonly Token[], range: Range, doubles: readonly Pair[]): Pair[] {
  const marks = marksOutside(tokens, range, doubles);
  const strongAfter = strongClosers(tokens, marks);
  const pairs: Pair[] = [];
  let open: Mark | undefined;
  for (const [index, mark] of marks.entries()) {
    // Over double marks only to a sure end: ‘He said “go home” to us,’ she said.
    if (open && mark.at > open.limit && !(isStrong(tokens, mark.at) && ends(tokens, mark.at, open.at)))
      open = undefined;
    if (!open) {
      if (begins(tokens, mark.at, range.from)) open = mark;
    } else if (ends(tokens, mark.at, open.at)) {
      const strong = strongAfter[index];
      if (isPlural(tokens, mark.at) && strong !== undefined && strong <= open.limit) continue;
      pairs.push({ from: open.at + 1, to: mark.at, closed: true });
      open = undefined;
    }
  }
  return pairs;
}

function marksOutside(tokens: readonly Token[], { from, to }: Range, doubles: readonly Pair[]): Mark[] {
  const marks: Mark[] = [];
  let next = 0;
  for (let at = from; at < to; at += 1) {
    while (next < doubles.length && doubles[next]!.to <= at) next += 1;
    const double = doubles[next];
    const inside = double !== undefined && double.from <= at;
    if (!inside && MARK.test(tokens[at]!.text)) marks.push({ at, limit: double?.from ?? to });
  }
  return marks;
}

/** For each mark, the next one that surely closes: after punctuation, and before any that opens. */
function strongClosers(tokens: readonly Token[], marks: readonly Mark[]): (number | undefined)[] {
  const next: (number | undefined)[] = new Array(marks.length);
  let strong: number | undefined;
  for (let index = marks.length - 1; index >= 0; index -= 1) {
    next[index] = strong;
    const { at } = marks[index]!;
    if (!tokens[at]!.glued) strong = undefined;
    else if (isStrong(tokens, at)) strong = at;
  }
  return next;
}

function begins(tokens: readonly Token[], at: number, first: number): boolean {
  const following = tokens[at + 1];
  if (!OPENS.test(tokens[at]!.text) || !following?.glued || ELISION.test(following.key)) return false;
  return at === first || !tokens[at]!.glued || /^[([—–-]$/u.test(tokens[at - 1]!.text);
}

const isStrong = (tokens: readonly Token[], at: number) => /^[.,!?…]$/u.test(tokens[at - 1]?.text ?? '');

/** ‘so’, and ‚so‘ */
const ends = (tokens: readonly Token[], at: number, open: number) =>
  tokens[at]!.glued &&
  (tokens[at]!.text !== '‘' || tokens[open]!.text === '‚') &&
  !(tokens[at + 1]?.glued && tokens[at + 1]!.kind !== 'mark');

/** "the boys'" */
const isPlural = (tokens: readonly Token[], at: number) => /s$/iu.test(tokens[at - 1]?.text ?? '');
