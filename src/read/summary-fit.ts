import { datelineEnd } from './dateline.ts';
import { type Layout, sentenceAt } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { furnitureOf } from './page-furniture.ts';
import { pronounOf, standsForName } from './pronouns.ts';
import type { Quoted } from './quoted.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

/**
 * Whether a sentence can stand in a summary: alone; only behind the sentence before it, because it points back there
 * ("He said", "But"); hardly, because it is a fragment, a heading, or tears a quotation apart; or not at all, because it
 * belongs to the page.
 */
export type Fit = 'alone' | 'behind' | 'hardly' | 'page';

const FEWEST_WORDS = 6;
/** "HARBOUR CLOSED Mayor Solheim said": a heading that ran into its text. */
const HEADING_WORDS = 3;

/** Sources that no pronoun for a speaker stands for: "in a statement, it said". */
const PAPER = /^(?:statement|report|document|letter|paper|post|tweet|article|interview|study|survey)s?$/;
const DOUBLE_MARK = /^["“”„«»]$/u;
const CLOSING_MARK = /^[”»]$/u;

/** The fit of each sentence. */
export function fitForSummary(layout: Layout, quoted: readonly Quoted[], lexicon: Lexicon): Fit[] {
  const torn = sentencesTorn(layout, quoted);
  const furniture = furnitureOf(layout, lexicon);
  return layout.sentences.map((sentence, at) => {
    if (furniture.has(at) || isDateline(layout, sentence, lexicon)) return 'page';
    if (torn.has(at) || !isWhole(layout, sentence)) return 'hardly';
    return pointsBack(layout, sentence, lexicon) ? 'behind' : 'alone';
  });
}

/** "BERGEN (AP) —" tells nothing, not even in a text of two sentences. */
const isDateline = ({ tokens, paragraphs }: Layout, { from, to, paragraph }: Sentence, lexicon: Lexicon) =>
  datelineEnd(tokens, { from, to: paragraphs[paragraph]!.to }, lexicon) === to;

function isWhole({ tokens }: Layout, { from, to }: Sentence): boolean {
  const words = tokens.slice(from, to).filter(({ kind }) => kind !== 'mark').length;
  if (words < FEWEST_WORDS || !/[.!?…”"’'»)]$/u.test(tokens[to - 1]!.text)) return false;
  return !tokens.slice(from, from + HEADING_WORDS).every(({ text }) => /^\p{Lu}{3,}$/u.test(text));
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
  return pronounAlone(tokens, { from, to }, lexicon);
}

/** `On Monday he left.`, `In a statement, it said:`, `"...," he said`: nobody is named before the pronoun. */
function pronounAlone(
  tokens: readonly Token[],
  { from, to }: Pick<Sentence, 'from' | 'to'>,
  lexicon: Lexicon,
): boolean {
  let quoting = false;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at]!;
    if (DOUBLE_MARK.test(token.text)) quoting = !CLOSING_MARK.test(token.text) && !quoting;
    // who is named in somebody's words is not the one who speaks them
    if (quoting) continue;
    const pronoun = pronounOf(token);
    if (pronoun?.gender) return true;
    const aside = at > from && (tokens[at - 1]!.kind === 'mark' || lexicon.speechVerbs.has(tokens[at - 1]));
    if (pronoun && aside && (lexicon.speechVerbs.has(tokens[at + 1]) || lexicon.speechVerbs.has(tokens[at - 1])))
      return true;
    if (couldBeMeant(token, lexicon)) return false;
  }
  return false;
}

/** A name or a person's office: whom a later pronoun may stand for. A month is nobody, and neither is a town. */
function couldBeMeant(token: Token, lexicon: Lexicon): boolean {
  if (token.capital) {
    const { calendar, openingWords, places } = lexicon;
    return !calendar.has(token.key) && !openingWords.has(token.key) && !places.has(token);
  }
  return (
    lexicon.offices.has(token) ||
    (lexicon.peopleWords.has(token.key) && !PAPER.test(token.key)) ||
    lexicon.menWords.has(token.key) ||
    lexicon.womenWords.has(token.key)
  );
}
