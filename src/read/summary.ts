import type { Span } from '../model/span.ts';
import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { Pairs } from './pairs.ts';
import type { Quoted } from './quoted.ts';
import { type Fit, fitForSummary } from './summary-fit.ts';
import { likeness, type Terms, termsOfTitle, weighed, wordsOf } from './terms.ts';
import { type Token, tokensOf } from './tokens.ts';

/** News puts what matters first: sentences behind these are not looked at. */
const LOOKED_AT = 45;
/**
 * What counts for a sentence: its place, how much later ones speak of the same (after PacSum, Zheng and Lapata, 2019),
 * the title, and what it holds of the pairs of words that the text repeats.
 */
const FOR = { place: 1, central: 0.8, title: 1.5, pairs: 0.6 };
/** And against it: that it repeats a chosen one, begins with a quotation, or is long. */
const AGAINST = { repeats: 1.4, quotes: 0.2, long: 0.8 };
/** After so many sentences the worth of the place has fallen to a third. */
const PLACE_FADES = 6;
/** How much an earlier sentence says for a later one: little, for the later one then only adds to it. */
const FROM_BEFORE = 0.1;
/** Words from which a sentence is long, and how many more make it as long as can be. */
const LONG = 22;
const MUCH_LONGER = 30;
/** What has fewer words is a dateline or a heading, and takes no place. */
const TAKES_PLACE = 5;

/** The sentences that sum a text up, in its order: exact, each to be understood with the ones before it. */
export function summaryOf(
  layout: Layout,
  quoted: readonly Quoted[],
  title: string,
  count: number,
  lexicon: Lexicon,
): Span[] {
  const looked = layout.sentences.slice(0, LOOKED_AT);
  const fit = fitForSummary({ ...layout, sentences: looked }, quoted, lexicon);
  const tokens = looked.map(({ from, to }) => layout.tokens.slice(from, to));
  const words = tokens.map((one) => wordsOf(one, lexicon));
  const terms = weighed(words);
  const alike = likenesses(terms);
  const scores = scoresOf(tokens, terms, alike, termsOfTitle(wordsOf(tokensOf(title), lexicon)));
  const chosen = select({ scores, alike, fit, pairs: new Pairs(words) }, count);
  return chosen.sort((one, other) => one - other).map((at) => ({ start: looked[at]!.start, end: looked[at]!.end }));
}

function likenesses(terms: readonly Terms[]): number[][] {
  const alike = terms.map(() => new Array<number>(terms.length).fill(0));
  for (let one = 0; one < terms.length; one += 1) {
    for (let other = 0; other < one; other += 1) {
      alike[one]![other] = likeness(terms[one]!, terms[other]!);
      alike[other]![one] = alike[one]![other]!;
    }
  }
  return alike;
}

function scoresOf(
  tokens: readonly (readonly Token[])[],
  terms: readonly Terms[],
  alike: readonly (readonly number[])[],
  title: Terms,
): number[] {
  const central = alike.map((others, at) =>
    others.reduce((sum, other, place) => sum + other * (place > at ? 1 : FROM_BEFORE), 0),
  );
  const most = Math.max(...central, Number.EPSILON);
  let place = 0;
  return terms.map((one, at) => {
    const words = tokens[at]!.filter(({ kind }) => kind !== 'mark').length;
    const worth =
      FOR.place * Math.exp(-place / PLACE_FADES) +
      (FOR.central * central[at]!) / most +
      FOR.title * likeness(one, title) -
      AGAINST.long * Math.min(1, Math.max(0, (words - LONG) / MUCH_LONGER)) -
      (/^(?:["“„«‘]|``)$/u.test(tokens[at]![0]!.text) ? AGAINST.quotes : 0);
    if (words >= TAKES_PLACE) place += 1;
    return worth;
  });
}

interface Candidates {
  readonly scores: readonly number[];
  readonly alike: readonly (readonly number[])[];
  readonly fit: readonly Fit[];
  readonly pairs: Pairs;
}

/**
 * The best, then each time the best that does not repeat the chosen ones. Where too few fit, the text is shown from its
 * beginning on; what belongs to the page is left out even then, unless there is nothing else.
 */
function select({ scores, alike, fit, pairs }: Candidates, count: number): number[] {
  const chosen = new Set<number>();
  const fits = (at: number) => fit[at] === 'alone' || (fit[at] === 'behind' && chosen.has(at - 1));
  const worth = (at: number) =>
    scores[at]! +
    FOR.pairs * pairs.gain(at) -
    AGAINST.repeats * Math.max(0, ...[...chosen].map((other) => alike[at]![other]!));
  while (chosen.size < count) {
    const left = [...scores.keys()].filter((at) => !chosen.has(at));
    const best = bestOf(left.filter(fits), worth) ?? left.find((at) => fit[at] !== 'page');
    if (best === undefined) break;
    chosen.add(best);
    pairs.tell(best);
  }
  return chosen.size === 0 && count > 0 ? [...scores.keys()].slice(0, 1) : [...chosen];
}

function bestOf(places: readonly number[], worth: (at: number) => number): number | undefined {
  let best: { at: number; worth: number } | undefined;
  for (const at of places) {
    const one = worth(at);
    if (!best || one > best.worth) best = { at, worth: one };
  }
  return best?.at;
}
