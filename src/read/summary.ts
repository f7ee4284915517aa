import type { Span } from '../model/span.ts';
import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import type { Quoted } from './quoted.ts';
import { fitForSummary } from './summary-fit.ts';
import { likeness, type Terms, termsOf, weighed } from './terms.ts';
import { type Token, tokensOf } from './tokens.ts';

/** News puts what matters first: sentences behind these are not looked at. */
const LOOKED_AT = 60;
/** What counts for a sentence: its place, how much later ones speak of the same, the title. */
const FOR = { place: 1, central: 0.8, title: 0.6 };
/** And against it: that it repeats a chosen one, begins with a quote, asks, or is long. */
const AGAINST = { repeats: 0.7, quotes: 0.5, asks: 0.2, long: 0.5 };
/** After so many sentences the worth of the place has fallen to a third. */
const PLACE_FADES = 2;
/** How much an earlier sentence says for a later one: little, for the later one then only adds to it. */
const FROM_BEFORE = 0.1;
const LONG = 45;
const MUCH_TOO_LONG = 30;

/** The sentences that sum a text up, in its order: exact, each to be understood without the ones left out. */
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
  const terms = weighed(tokens.map((one) => termsOf(one, lexicon)));
  const alike = likenesses(terms);
  const scores = scoresOf(tokens, terms, alike, weighed([termsOf(tokensOf(title), lexicon)])[0]!);
  const chosen = select(scores, alike, fit, count);
  // A text of fragments still has a beginning.
  for (const at of looked.keys()) if (chosen.length < count && !chosen.includes(at)) chosen.push(at);
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
  return terms.map(
    (one, at) =>
      FOR.place * Math.exp(-at / PLACE_FADES) +
      (FOR.central * central[at]!) / most +
      FOR.title * likeness(one, title) -
      faults(tokens[at]!),
  );
}

function faults(tokens: readonly Token[]): number {
  const words = tokens.filter(({ kind }) => kind !== 'mark').length;
  const long = AGAINST.long * Math.min(1, Math.max(0, (words - LONG) / MUCH_TOO_LONG));
  const quotes = /^(?:["“„«]|``)$/u.test(tokens[0]!.text) ? AGAINST.quotes : 0;
  return long + quotes + (tokens.some(({ text }) => text === '?') ? AGAINST.asks : 0);
}

/** The best, then each time the best that does not repeat the chosen ones. */
function select(
  scores: readonly number[],
  alike: readonly (readonly number[])[],
  fit: readonly boolean[],
  count: number,
): number[] {
  const chosen: number[] = [];
  const left = new Set([...scores.keys()].filter((at) => fit[at]));
  const worth = (at: number) =>
    scores[at]! - AGAINST.repeats * Math.max(0, ...chosen.map((other) => alike[at]![other]!));
  while (chosen.length < count && left.size > 0) {
    const best = [...left].reduce((one, other) => (worth(other) > worth(one) ? other : one));
    chosen.push(best);
    left.delete(best);
  }
  return chosen;
}
