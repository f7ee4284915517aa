import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import type { Name } from './names.ts';
import type { Gender } from './pronouns.ts';
import type { Range, Token } from './tokens.ts';
import { isGivenName } from './words.ts';

/** A person's name in the text, as it is compared. */
export interface Form {
  readonly name: Name;
  /** Its words, folded, without titles before and letters behind. */
  readonly words: readonly string[];
  /** What tells a son from his father, a king from his grandfather: "jr", "xv". */
  readonly tail?: string | undefined;
  /** Kings, popes and saints are called by their given names. */
  readonly royal: boolean;
  readonly gender?: Gender | undefined;
}

const GENERATION = /^(?:jr|sr|[ivx]+)$/;
const LETTERS_BEHIND = /^\p{Lu}{2,4}$/u; // "FRS", "MP"
const ROYAL =
  /^(?:king|queen|prince|princess|emperor|empress|tsar|tsarina|pope|sultan|emir|saint|st|caliph|archduke|pharaoh)$/;

/** Takes a name apart; `title` is where the title begins that stands before it. */
export function formOf(
  { tokens }: Layout,
  name: Name,
  title: number,
  gender: Gender | undefined,
  lexicon: Lexicon,
): Form {
  const from = afterTitles(tokens, name, lexicon);
  const all = tokens.slice(from, name.to).filter(({ kind }) => kind !== 'mark');
  const tail = all.length > 1 && GENERATION.test(all.at(-1)!.key) ? all.at(-1)!.key : undefined;
  const words = (tail ? all.slice(0, -1) : withoutLetters(all)).map(({ key }) => key);
  const royal = tokens.slice(title, from).some(({ key, capital }) => capital && ROYAL.test(key));
  return { name, words, tail, royal: royal || (tail !== undefined && words.length === 1), gender };
}

/** "Emperor Joshua Norton", "Home Secretary Suella Brand": where a tagger took the title for a part of the name. */
function afterTitles(tokens: readonly Token[], { from, to }: Range, lexicon: Lexicon): number {
  let at = from;
  while (at < to - 1) {
    if (isGivenName(tokens[at], lexicon)) break;
    const office = lexicon.offices.at(tokens, at, to)?.length ?? (lexicon.titles.has(tokens[at]!.key) ? 1 : 0);
    const stop = tokens[at + office]?.text === '.' ? 1 : 0;
    if (office === 0 || at + office + stop >= to) break;
    at += office + stop;
  }
  return at;
}

/** "Daniel Holm FRS", in a text that does not shout all of its names. */
function withoutLetters(words: readonly Token[]): readonly Token[] {
  const last = words.at(-1);
  const letters = words.length > 2 && LETTERS_BEHIND.test(last!.text) && !LETTERS_BEHIND.test(words[0]!.text);
  return letters && words.slice(0, -1).some(({ text }) => text !== text.toUpperCase()) ? words.slice(0, -1) : words;
}
