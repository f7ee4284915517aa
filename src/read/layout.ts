import type { Span } from '../model/span.ts';
import type { Lexicon } from './lexicon.ts';
import { paragraphsOf } from './paragraphs.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { type Range, type Token, tokensOf } from './tokens.ts';

/** A text taken apart: what every later step looks at. */
export interface Layout {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** The tokens of each paragraph. */
  readonly paragraphs: readonly Range[];
  /** Words that the text also writes without a capital: hardly names. */
  readonly smallWords: ReadonlySet<string>;
}

/** Takes a text apart into paragraphs (or only some of them), these into tokens, and these into sentences. */
export function layOut(text: string, lexicon: Lexicon, among: readonly Span[] = paragraphsOf(text)): Layout {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const paragraphs: Range[] = [];
  for (const span of among) {
    const from = tokens.length;
    for (const token of tokensOf(text, span)) tokens.push(token);
    if (tokens.length === from) continue;
    const range = { from, to: tokens.length };
    for (const sentence of sentencesOf(tokens, range, paragraphs.length, lexicon)) sentences.push(sentence);
    paragraphs.push(range);
  }
  const small = tokens.filter(({ kind, capital }) => kind === 'word' && !capital);
  return { text, tokens, sentences, paragraphs, smallWords: new Set(small.map(({ key }) => key)) };
}

/** The sentence a token is in, by its index: a binary search, because long texts have thousands. */
export function sentenceAt({ sentences }: Layout, token: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sentences[middle]!.from <= token) low = middle;
    else high = middle - 1;
  }
  return low;
}
