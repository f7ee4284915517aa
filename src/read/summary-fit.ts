import { type Layout, sentenceAt } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { pronounOf, standsForName } from './pronouns.ts';
import type { Quoted } from './quoted.ts';
import type { Sentence } from './sentences.ts';

const FEWEST_WORDS = 6;

/**
 * For each sentence, whether it can stand in a summary: it has words enough and an end, holds its quotation marks
 * whole, and does not begin with a word that points back ("He said", "But").
 */
export function fitForSummary(layout: Layout, quoted: readonly Quoted[], lexicon: Lexicon): boolean[] {
  const torn = sentencesTorn(layout, quoted);
  return layout.sentences.map(
    (sentence, at) => !torn.has(at) && isWhole(layout, sentence) && !pointsBack(layout, sentence, lexicon),
  );
}

function isWhole({ tokens }: Layout, { from, to }: Sentence): boolean {
  const words = tokens.slice(from, to).filter(({ kind }) => kind !== 'mark').length;
  return words >= FEWEST_WORDS && /[.!?…”"’'»)]$/u.test(tokens[to - 1]!.text);
}

/** Sentences inside which a quotation begins or ends that goes on in another. */
function sentencesTorn(layout: Layout, quoted: readonly Quoted[]): Set<number> {
  const torn = new Set<number>();
  for (const { from, to, closed } of quoted) {
    const first = sentenceAt(layout, from);
    const last = sentenceAt(layout, to - 1);
    if (first === last && closed) continue;
    for (let at = first; at <= last; at += 1) torn.add(at);
  }
  return torn;
}

function pointsBack({ tokens }: Layout, { from, to }: Sentence, lexicon: Lexicon): boolean {
  const first = tokens[from]!.kind === 'mark' ? tokens[from + 1] : tokens[from];
  if (first && lexicon.linkingWords.has(first.key)) return true;
  if (tokens[from]!.kind !== 'mark' && first && standsForName(first, lexicon)) return true;
  // `In a statement, it said:`, `"...," he said`: nobody is named before the pronoun
  for (let at = from + 1; at < to; at += 1) {
    const { kind, capital } = tokens[at]!;
    if (capital && kind === 'word' && tokens[at - 1]!.kind === 'word') return false;
    const aside = tokens[at - 1]!.kind === 'mark' || lexicon.speechVerbs.has(tokens[at - 1]);
    if (
      aside &&
      pronounOf(tokens[at]!) &&
      (lexicon.speechVerbs.has(tokens[at + 1]) || lexicon.speechVerbs.has(tokens[at - 1]))
    )
      return true;
  }
  return false;
}
