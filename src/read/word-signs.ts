import type { Clusters, Place } from './clusters.ts';
import { hashOf, mixCode, START } from './hash.ts';
import type { Lexicon } from './lexicon.ts';
import { type ListedWords, listedWordsOf } from './listed-words.ts';
import type { Token } from './tokens.ts';

/** What one word shows by itself, wherever it stands: numbers to be compared, most of them hashes. */
export interface WordSigns extends Place {
  readonly key: number;
  readonly text: number;
  /** Capitals, small letters and digits in order, without repeats: "Xx", "XX", "d". */
  readonly shape: number;
  /** Its beginnings and endings of up to four letters. */
  readonly affixes: readonly number[];
  /** `LISTED`, the bits of the lists it is in. */
  readonly lists: number;
  /** The first of its lists; for a mark, the mark. */
  readonly kind: number;
}

const NUMBER = hashOf('0');
const LONGEST_AFFIX = 4;
/** News has few different words: most are at hand from the article before. */
const REMEMBERED = 20_000;

/** Looks words up, each once as long as it is remembered. */
export class WordBook {
  readonly #listed: ListedWords;
  readonly #clusters: Clusters;
  readonly #known = new Map<string, WordSigns>();

  constructor(lexicon: Lexicon, clusters: Clusters) {
    this.#listed = listedWordsOf(lexicon);
    this.#clusters = clusters;
  }

  signsOf(token: Token): WordSigns {
    const known = this.#known.get(token.text);
    if (known) return known;
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    const signs = this.#lookUp(token);
    this.#known.set(token.text, signs);
    return signs;
  }

  #lookUp(token: Token): WordSigns {
    const { cluster, group } = this.#clusters.of(token.key);
    const text = hashOf(token.text);
    const shape = shapeOf(token.text);
    if (token.kind === 'mark') return { key: text, text, shape, affixes: [], lists: 0, kind: text, cluster, group };
    if (token.kind === 'number')
      return { key: shape, text, shape, affixes: [], lists: 0, kind: NUMBER, cluster, group };
    const lists = this.#listed(token);
    const affixes = token.capital ? affixesOf(token.key) : [];
    return { key: hashOf(token.key), text, shape, affixes, lists, kind: lists & -lists, cluster, group };
  }
}

/** Two capitals or more look alike, and so do one small letter or more. */
function shapeOf(text: string): number {
  let shape = START;
  let before = '';
  let repeats = 0;
  for (const character of text) {
    const kind = /\p{Lu}/u.test(character)
      ? 'X'
      : /\p{Ll}/u.test(character)
        ? 'x'
        : /\p{N}/u.test(character)
          ? 'd'
          : character;
    repeats = kind === before ? repeats + 1 : 0;
    before = kind;
    if (repeats === 0 || (repeats === 1 && kind === 'X')) shape = mixCode(shape, kind.codePointAt(0)!);
  }
  return shape;
}

/** Hashes of beginnings and of endings, these read backwards. */
function affixesOf(key: string): number[] {
  const affixes: number[] = [];
  let beginning = START;
  let ending = ~START;
  for (let at = 0; at < Math.min(LONGEST_AFFIX, key.length); at += 1) {
    beginning = mixCode(beginning, key.charCodeAt(at));
    ending = mixCode(ending, key.charCodeAt(key.length - 1 - at));
    affixes.push(ending);
    if (at > 0) affixes.push(beginning);
  }
  return affixes;
}
