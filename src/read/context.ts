import type { EntityType } from '../model/reading.ts';
import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { isPossessive, type Range, type Token } from './tokens.ts';
import { isGivenName, isPlainWord } from './words.ts';

const LOCATIVE = /^(?:in|near|at|across|outside|into|throughout|inside|around)$/;
const TAKES_PERSON = /^(?:told|met)$/;

/** What the words around a name say of its type, where its own words do not. */
export function contextOf(
  { tokens, smallWords }: Layout,
  { from, to }: Range,
  lexicon: Lexicon,
): { type?: EntityType; weight: number } {
  const before = tokens[from - 1]?.key ?? '';
  const words = tokens.slice(from, to).filter(({ kind }) => kind === 'word').length;
  const next = tokens[to];
  const speaks = lexicon.speechVerbs.at(tokens, to) !== undefined && next?.capital === false;
  // "the Halden plant", "the Amir"
  if (before === 'the' && (qualifies(next, lexicon) || isGivenName(tokens[from], lexicon))) return { weight: 0 };
  if (before === 'the') return { type: 'organization', weight: 0.8 };
  if (LOCATIVE.test(before)) return { type: 'place', weight: 0.9 };
  if (speaks || next?.key === 'who' || (next?.text === ',' && tokens[to + 1]?.key === 'who'))
    return { type: 'person', weight: 1 };
  const ordinary = tokens.slice(from, to).some(({ kind, key }) => kind === 'word' && smallWords.has(key));
  if (ordinary) return { weight: 0 };
  if (words >= 2) return { type: 'person', weight: 0.7 };
  if (isPossessive(next) || TAKES_PERSON.test(before)) return { type: 'person', weight: 0.4 };
  return { weight: 0 };
}

const qualifies = (next: Token | undefined, lexicon: Lexicon) =>
  isPlainWord(next, lexicon) && !lexicon.speechVerbs.has(next) && !/(?:ed|ing|ly)$/.test(next!.key);
