import { agreed, namelessAcronyms } from './agreement.ts';
import { evidenceOf } from './evidence.ts';
import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import type { Name } from './names.ts';
import type { Phrases } from './phrases.ts';
import { type Run, runsOf } from './runs.ts';
import type { Range } from './tokens.ts';
import { type Guess, namesOfRun } from './typing.ts';
import type { WordBook, WordSigns } from './word-signs.ts';

/** A text as the tagger looks at it: its words, what the lists and the rules say of them, and what the text itself says. */
export interface View {
  readonly layout: Layout;
  readonly lexicon: Lexicon;
  readonly words: readonly WordSigns[];
  readonly evidence: ReadonlyMap<string, number>;
  /** Where a listed name that begins at a token ends; 0 where none begins. */
  readonly places: Int32Array;
  readonly organizations: Int32Array;
  readonly demonyms: Int32Array;
  /** Acronyms of what is no name, as they fold. */
  readonly nameless: ReadonlySet<string>;
  /** What a token is in; undefined where it is in none. */
  readonly runAt: readonly (Run | undefined)[];
  readonly guessAt: readonly (Guess | undefined)[];
  readonly ruledAt: readonly (Name | undefined)[];
}

export function viewOf(layout: Layout, lexicon: Lexicon, book: WordBook): View {
  const words = layout.tokens.map((token) => book.signsOf(token));
  const runs = runsOf(layout, lexicon);
  const guesses = runs.flatMap((run) => namesOfRun(layout, run, lexicon));
  return {
    layout,
    lexicon,
    words,
    evidence: evidenceOf(layout, words),
    places: endsOf(layout, lexicon.places),
    organizations: endsOf(layout, lexicon.organizations),
    demonyms: endsOf(layout, lexicon.demonyms),
    nameless: namelessAcronyms(layout, guesses),
    runAt: spread(layout, runs),
    guessAt: spread(layout, guesses),
    ruledAt: spread(layout, agreed(layout, guesses, lexicon)),
  };
}

function endsOf({ tokens, sentences }: Layout, list: Phrases): Int32Array {
  const ends = new Int32Array(tokens.length);
  for (const { from, to } of sentences) {
    for (let at = from; at < to; at += 1) {
      const match = tokens[at]!.capital ? list.at(tokens, at, to) : undefined;
      if (match) ends[at] = at + match.length;
    }
  }
  return ends;
}

/** Each range at each of its tokens. */
function spread<T extends Range>({ tokens }: Layout, ranges: readonly T[]): (T | undefined)[] {
  const at = new Array<T | undefined>(tokens.length).fill(undefined);
  for (const range of ranges) at.fill(range, range.from, range.to);
  return at;
}
