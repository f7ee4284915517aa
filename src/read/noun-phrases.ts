import type { Scene } from './scene.ts';
import { isPossessive, type Range, type Token } from './tokens.ts';
import { isFunctionWord } from './words.ts';

const LONGEST = 8;
const OF = /^(?:of|for|at|in|from|with|to|on|near|behind|close)$/;
const HEAD_WITHOUT_ARTICLE = /(?:s|people|police|men|women|children|staff)$/;

/** A nameless source that ends before a token: "a government source", "residents in the port". */
export function nounPhraseBefore(scene: Scene, end: number, floor: number): Range | undefined {
  const { tokens } = scene.layout;
  const from = beginOfPhrase(scene, end, floor);
  if (from === undefined) return undefined;
  const before = tokens[from - 1];
  if (from - 1 > floor && before && OF.test(before.key)) {
    const outer = nounPhraseBefore(scene, from - 1, floor);
    if (outer && isSource(scene, outer)) return { from: outer.from, to: end };
  }
  return isSource(scene, { from, to: end }) || tokens[from]!.key === 'the' ? { from, to: end } : undefined;
}

function beginOfPhrase(scene: Scene, end: number, floor: number): number | undefined {
  const { tokens } = scene.layout;
  let from = end;
  while (from > floor && end - from < LONGEST && mayBelong(scene, from - 1, from === end)) {
    from -= 1;
    if (scene.lexicon.determiners.has(tokens[from]!.key))
      return from < end - 1 || tokens[from]!.key === 'one' ? from : undefined;
  }
  return from < end ? from : undefined;
}

function mayBelong({ layout: { tokens }, lexicon, quotedAt }: Scene, at: number, last: boolean): boolean {
  const token = tokens[at]!;
  if (quotedAt[at]! >= 0) return false;
  if (lexicon.determiners.has(token.key)) return true;
  if (isPossessive(token) || (token.glued && /^[-–.&]$/u.test(token.text))) return !last;
  return (
    token.kind !== 'mark' &&
    !isFunctionWord(token, lexicon) &&
    !(lexicon.speechVerbs.has(token) && !lexicon.peopleWords.has(token.key))
  );
}

/** A nameless source that begins at a token, up to a mark, a verb or a preposition that leads away. */
export function nounPhraseAfter(scene: Scene, from: number, limit: number): Range | undefined {
  const { tokens } = scene.layout;
  let to = from;
  if (to < limit && scene.lexicon.determiners.has(tokens[to]!.key)) to += 1;
  const noun = to;
  while (
    to < limit &&
    to - from < LONGEST &&
    mayBelong(scene, to, to === noun) &&
    !scene.lexicon.determiners.has(tokens[to]!.key)
  ) {
    to += 1;
  }
  if (to === noun) return undefined;
  if (!isSource(scene, { from, to }) && noun === from) return undefined;
  const inner = to + 1 < limit && OF.test(tokens[to]!.key) ? nounPhraseEnd(scene, to + 1, limit) : undefined;
  return { from, to: inner ?? to };
}

/** What follows "of": "the ministry", "Halden", "the port of Halden". */
function nounPhraseEnd(scene: Scene, from: number, limit: number): number | undefined {
  const name = scene.nameAt[scene.lexicon.determiners.has(scene.layout.tokens[from]!.key) ? from + 1 : from] ?? -1;
  if (name >= 0) return scene.names[name]!.to;
  return nounPhraseAfter(scene, from, limit)?.to;
}

/** Whether a phrase can speak: its noun is an office or a word for people. A bare one must be several or begin the sentence. */
function isSource({ layout: { tokens }, lexicon }: Scene, { from, to }: Range): boolean {
  const head = tokens[to - 1]!;
  const known =
    canSpeak(head, lexicon.peopleWords) || lexicon.offices.has(head) || isPluralOffice(head, lexicon.offices);
  if (lexicon.determiners.has(tokens[from]!.key)) return known;
  return known && (HEAD_WITHOUT_ARTICLE.test(head.key) || lexicon.offices.has(head));
}

const canSpeak = ({ key }: Token, words: ReadonlySet<string>) =>
  words.has(key) || (key.endsWith('s') && words.has(key.slice(0, -1)));

const isPluralOffice = (head: Token, offices: Scene['lexicon']['offices']) =>
  head.key.endsWith('s') && offices.has({ ...head, text: head.text.slice(0, -1), key: head.key.slice(0, -1) });
