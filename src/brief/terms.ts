import { fold } from '../base/fold.ts';
import type { Article } from '../model/article.ts';
import type { Terms } from '../model/terms.ts';
import { hash } from './hash.ts';
import { tellingWords } from './words.ts';

export type Told = Pick<Article, 'title' | 'text'>;

/** Only so much of a text is compared, UTF-16 units: what follows is background that many stories share. */
const OPENING = 2_000;
/** After so many telling words a word counts half as much as the first: an article tells its news first. */
const HALVED_AFTER = 100;
/** A word of the title says more about the event than one of the text. */
const TITLE = 3;
/** Names tell two earthquakes apart, or two trials; so do numbers. */
const NAME = 2.5;
const NUMBER = 1.5;

/** A name is a run of capitalised words that does not open a sentence: "the port of Kvaloy Sound", "told Ida Brekke". */
const NAMES = /(?<![.!?]\s)(?<!^)\b(\p{Lu}[\p{L}\p{N}&'-]+(?:\s+(?:of|the|de|al)?\s*\p{Lu}[\p{L}\p{N}&'-]+)*)/gu;
const NUMBERS = /\b\d[\d,.]*/g;

/** What an article with a text is about: its words, the names and the numbers in it. */
export function termsOf({ title, text }: Told): Terms {
  const opening = text.slice(0, OPENING);
  const terms = new Map<number, number>();
  for (const [place, word] of tellingWords(opening).entries()) add(terms, word, 1 / (1 + place / HALVED_AFTER));
  // "Live updates: ferry strike": what stands over many texts and in none of them says little.
  for (const word of tellingWords(title))
    add(terms, word, terms.has(otherTerm(word)) || text.trim() === '' ? TITLE : 1);
  const whole = `${title}. ${opening}`;
  // "Monday" alone is a run of capitals too, and names nothing.
  for (const name of found(whole, NAMES)) if (tellingWords(name).length > 0) terms.set(nameTerm(fold(name)), NAME);
  for (const number of found(whole, NUMBERS)) add(terms, `number ${number.replace(/[.,]+$/, '')}`, NUMBER);
  return terms;
}

/** What a title alone is about: its words and each two that stand together. Capitals say nothing in a title. */
export function termsOfTitle(title: string): Terms {
  const words = tellingWords(title);
  const terms = new Map<number, number>();
  for (const [place, word] of words.entries()) {
    add(terms, word, 1);
    const next = words[place + 1];
    if (next !== undefined) add(terms, `${word} ${next}`, 1);
  }
  return terms;
}

const found = (text: string, pattern: RegExp) => new Set(Array.from(text.matchAll(pattern), ([match]) => match));

/** The hashes of names are odd, all others even, so that names can be compared by themselves. */
const nameTerm = (name: string) => hash(`name ${name}`) | 1;
export const isName = (term: number): boolean => (term & 1) === 1;
const otherTerm = (term: string) => hash(term) & ~1;

function add(terms: Map<number, number>, term: string, weight: number): void {
  const key = otherTerm(term);
  terms.set(key, (terms.get(key) ?? 0) + weight);
}
