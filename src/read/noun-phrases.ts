import type { Lexicon } from './lexicon.ts';
import { ALONE } from './parts.ts';
import type { Scene } from './scene.ts';
import { isPossessive, type Range, type Token } from './tokens.ts';

const LONGEST = 12;
/** "the spokesman of the head of the port of Halden" is as far as newspapers go. */
const MOST_LINKS = 3;
const LINKS = /^(?:of|for|at|in|from|with|to|on|near|behind|about|by|against|inside|within|between|among|under)$/;
const SHORT = 5;

/** The noun phrase that ends before a token, without what hangs on it: "a government source", "Orvik's old quay". */
export function phraseBefore(scene: Scene, end: number, floor: number): Range | undefined {
  const { layout, parts } = scene;
  const last = end - 1;
  if (last < floor || scene.quotedAt[last]! >= 0) return undefined;
  if (ALONE.test(layout.tokens[last]!.key)) {
    return { from: parts[last - 1] === 'determiner' && last - 1 >= floor ? last - 1 : last, to: end };
  }
  // "one of them"
  if (parts[last] === 'pronoun' && layout.tokens[last - 1]?.key === 'of') return { from: last, to: end };
  if (parts[last] !== 'noun' || isDate(scene, last)) return undefined;
  let from = last;
  for (let step = 1; step > 0 && from > floor && end - from < LONGEST; from -= step)
    step = stepBack(scene, from, floor);
  return { from: Math.max(from, floor), to: end };
}

/** How many tokens before `from` belong to the phrase that begins there so far. */
function stepBack(scene: Scene, from: number, floor: number): number {
  const {
    layout: { tokens },
    parts,
    quotedAt,
  } = scene;
  const at = from - 1;
  const token = tokens[at]!;
  const opened = parts[from] === 'determiner';
  if (quotedAt[at]! >= 0) return 0;
  if (opened) return parts[at] === 'determiner' && tokens[from]!.key !== 'that' ? 1 : 0;
  if (parts[at] === 'determiner') return 1;
  if (parts[at] === 'noun' || parts[at] === 'number')
    return isDate(scene, at) && parts[at - 1] !== 'determiner' ? 0 : 1;
  // "a newly formed group"
  if (parts[at] === 'adverb' && at > floor && (parts[at - 1] === 'determiner' || parts[at - 1] === 'adverb')) return 1;
  if (parts[at] !== 'mark' || at <= floor) return 0;
  if (isPossessive(token)) return parts[at - 1] === 'noun' || parts[at - 1] === 'pronoun' ? 2 : 0;
  const inside = token.glued && (tokens[from]!.glued ? /^[-–&./]$/u : /^\.$/u).test(token.text);
  const shortened = token.text !== '.' || (tokens[at - 1]!.capital && tokens[at - 1]!.text.length <= SHORT);
  return inside && shortened && parts[at - 1] !== 'mark' ? 1 : 0;
}

/** The phrase with those it hangs on: "residents in the port", for "the port" before "said". */
export function withLinks(scene: Scene, phrase: Range, floor: number): Range {
  let { from } = phrase;
  for (let links = 0; links < MOST_LINKS && from - 1 > floor; links += 1) {
    const link = from - 1;
    if (scene.parts[link] !== 'preposition' || !LINKS.test(scene.layout.tokens[link]!.key)) break;
    const outer = phraseBefore(scene, link, floor);
    if (!outer) break;
    from = outer.from;
  }
  return { from, to: phrase.to };
}

/** The noun of a phrase: the word before its first preposition. */
export function headOf({ parts }: Scene, { from, to }: Range): number {
  for (let at = from + 1; at < to; at += 1) if (parts[at] === 'preposition') return at - 1;
  return to - 1;
}

/** Whether a preposition stands before a phrase: what it governs does not speak. */
export const isGoverned = ({ parts }: Scene, from: number, floor: number): boolean =>
  from > floor && parts[from - 1] === 'preposition';

/** The noun phrase that begins at a token, without what hangs on it. */
export function phraseFrom(scene: Scene, from: number, limit: number): Range | undefined {
  const {
    layout: { tokens },
    parts,
    quotedAt,
  } = scene;
  let to = from;
  while (to < limit && parts[to] === 'determiner') to += 1;
  const noun = to;
  for (; to < limit && to - from < LONGEST && quotedAt[to]! < 0; to += 1) {
    if (parts[to] === 'noun' || parts[to] === 'number') {
      // "a Wednesday editorial"
      if (isDate(scene, to) && !(to === noun && noun > from && parts[to + 1] === 'noun')) break;
    } else if (parts[to] === 'adverb') {
      if (to > noun || noun === from) break;
    } else if (parts[to] !== 'mark' || !joins(scene, to, limit)) break;
  }
  if (to === noun) return noun > from && ALONE.test(tokens[noun - 1]!.key) ? { from, to } : undefined;
  return { from, to };
}

/** Hyphens, the possessive and the stop of "Sen." stand inside a phrase. */
function joins({ layout: { tokens }, parts }: Scene, at: number, limit: number): boolean {
  const token = tokens[at]!;
  const next = tokens[at + 1];
  if (!next || at + 1 >= limit || !token.glued) return false;
  if (isPossessive(token)) return next.kind !== 'mark' && (token.text !== '’' || parts[at + 1] === 'noun');
  if (/^[-–&/]$/u.test(token.text)) return next.glued && next.kind !== 'mark';
  return token.text === '.' && next.capital && tokens[at - 1]!.capital && tokens[at - 1]!.text.length <= SHORT;
}

/** With what hangs on it: "the head of the port" after "said". */
export function withFollowing(scene: Scene, phrase: Range, limit: number): Range {
  let { to } = phrase;
  for (let links = 0; links < MOST_LINKS && to + 1 < limit; links += 1) {
    if (scene.parts[to] !== 'preposition' || !LINKS.test(scene.layout.tokens[to]!.key)) break;
    const inner = phraseFrom(scene, to + 1, limit);
    if (!inner) break;
    to = inner.to;
  }
  return { from: phrase.from, to };
}

/** "Monday", "May"; but not in "Theresa May". */
export const isDate = ({ layout: { tokens }, nameAt, lexicon }: Scene, at: number): boolean =>
  nameAt[at]! < 0 && lexicon.calendar.has(tokens[at]!.key);

/** A word for those who speak without a name: an office, "residents", "the ministry". */
export function canSpeak(noun: Token, lexicon: Lexicon): boolean {
  if (lexicon.peopleWords.has(noun.key) || lexicon.offices.has(noun)) return true;
  if (!noun.key.endsWith('s')) return false;
  const single = { ...noun, text: noun.text.slice(0, -1), key: noun.key.slice(0, -1) };
  return lexicon.peopleWords.has(single.key) || lexicon.offices.has(single);
}
