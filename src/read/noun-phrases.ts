import type { Lexicon } from './lexicon.ts';
import type { Scene } from './scene.ts';
import { isPossessive, type Range, type Token } from './tokens.ts';
import { isFunctionWord } from './words.ts';

const LONGEST = 8;
/** "the spokesman of the head of the port of Halden" is as far as newspapers go. */
const MOST_LINKS = 3;
const LINKS = /^(?:of|for|at|in|from|with|to|on|near|behind|close)$/;
const SEVERAL = /(?:s|people|police|men|women|children|staff)$/;

/** A nameless source that ends before a token: "a government source", "residents in the port". */
export function nounPhraseBefore(scene: Scene, end: number, floor: number): Range | undefined {
  const { tokens } = scene.layout;
  let from = beginOfPhrase(scene, end, floor);
  if (from === undefined) return undefined;
  let known = isSource(scene, { from, to: end }) || isDocument(tokens[from]!, tokens[end - 1]!);
  for (let links = 0; links < MOST_LINKS && from - 1 > floor && LINKS.test(tokens[from - 1]!.key); links += 1) {
    const outer = beginOfPhrase(scene, from - 1, floor);
    if (outer === undefined || !isSource(scene, { from: outer, to: from - 1 })) break;
    from = outer;
    known = true;
  }
  return known ? { from, to: end } : undefined;
}

/** A nameless source that begins at a token, up to a mark, a verb or a preposition that leads away. */
export function nounPhraseAfter(scene: Scene, from: number, limit: number): Range | undefined {
  const { tokens } = scene.layout;
  let to = endOfPhrase(scene, from, limit);
  if (to === undefined) return undefined;
  if (!isSource(scene, { from, to }) && !scene.lexicon.determiners.has(tokens[from]!.key)) return undefined;
  for (let links = 0; links < MOST_LINKS && to + 1 < limit && LINKS.test(tokens[to]!.key); links += 1) {
    const inner: number | undefined = endOfNameOrPhrase(scene, to + 1, limit);
    if (inner === undefined) break;
    to = inner;
  }
  return { from, to };
}

function beginOfPhrase(
  { layout: { tokens }, lexicon, quotedAt }: Scene,
  end: number,
  floor: number,
): number | undefined {
  for (let from = end - 1; from >= floor && end - from <= LONGEST; from -= 1) {
    const token = tokens[from]!;
    if (lexicon.determiners.has(token.key)) return from < end - 1 || token.key === 'one' ? from : undefined;
    if (quotedAt[from]! >= 0 || !mayBelong(token, from === end - 1, lexicon))
      return from + 1 < end ? from + 1 : undefined;
  }
  return Math.max(floor, end - LONGEST) < end ? Math.max(floor, end - LONGEST) : undefined;
}

function endOfPhrase(
  { layout: { tokens }, lexicon, quotedAt }: Scene,
  from: number,
  limit: number,
): number | undefined {
  const noun = from < limit && lexicon.determiners.has(tokens[from]!.key) ? from + 1 : from;
  let to = noun;
  while (to < limit && to - from < LONGEST && quotedAt[to]! < 0 && mayBelong(tokens[to]!, to === noun, lexicon))
    to += 1;
  while (to > noun && tokens[to - 1]!.kind === 'mark') to -= 1;
  return to > noun ? to : undefined;
}

/** What follows "of": "the ministry", "Halden", "the port". */
function endOfNameOrPhrase(scene: Scene, from: number, limit: number): number | undefined {
  const article = scene.lexicon.determiners.has(scene.layout.tokens[from]!.key) ? from + 1 : from;
  const name = scene.names[scene.nameAt[article] ?? -1];
  return name ? name.to : endOfPhrase(scene, from, limit);
}

/** Nouns, adjectives, numbers and names, and the marks inside them; a mark stands at neither end. */
function mayBelong(token: Token, atEnd: boolean, lexicon: Lexicon): boolean {
  if (token.kind === 'mark') return !atEnd && (isPossessive(token) || (token.glued && /^[-–.&]$/u.test(token.text)));
  if (canSpeak(token, lexicon)) return true; // "the head of the port", though "head" is a verb too
  return !lexicon.speechVerbs.has(token) && !isFunctionWord(token, lexicon);
}

/** Whether a phrase can speak: its noun is an office or a word for people, and without an article there are several. */
function isSource({ layout: { tokens }, lexicon }: Scene, { from, to }: Range): boolean {
  const head = tokens[to - 1]!;
  if (!canSpeak(head, lexicon)) return false;
  return lexicon.determiners.has(tokens[from]!.key) || SEVERAL.test(head.key) || lexicon.offices.has(head);
}

/** "the lawsuit says", "the film said": any one thing that was named before; "the former" is nobody. */
const isDocument = (article: Token, noun: Token) => article.key === 'the' && !/^(?:former|latter)$/.test(noun.key);

export function canSpeak(noun: Token, lexicon: Lexicon): boolean {
  if (lexicon.peopleWords.has(noun.key) || lexicon.offices.has(noun)) return true;
  if (!noun.key.endsWith('s')) return false;
  const single = { ...noun, text: noun.text.slice(0, -1), key: noun.key.slice(0, -1) };
  return lexicon.peopleWords.has(single.key) || lexicon.offices.has(single);
}
