import { nounPhraseBefore } from './noun-phrases.ts';
import { pronounOf } from './pronouns.ts';
import type { Local, Scene } from './scene.ts';
import { isPossessive, type Token } from './tokens.ts';

const RELATIVE = /^(?:who|which|that)$/;
const LEADS_AWAY = /^(?:of|for|to|with|at|in|from|by|near|about|against)$/;
const BEFORE_DATE = /^(?:on|last|early|late|this|in)$/;
const OPENS_APPOSITION =
  /^(?:who|which|whose|a|an|the|his|her|its|their|one|also|now|then|himself|herself|speaking|of|in|on|at)$/;
const QUOTED_AS = /^(?:as|quoted)$/;

/** Who does what a verb says: the words before it, back over adverbs and appositions, not before `floor`. */
export function subjectBefore(scene: Scene, verb: number, floor: number): Local | undefined {
  const { tokens } = scene.layout;
  let end = skipBack(scene, verb, floor);
  if (end > floor && /^[,)—–]$/u.test(tokens[end - 1]!.text)) end = beforeApposition(scene, end - 1, floor);
  return end > floor ? phraseBefore(scene, end, floor) : undefined;
}

/** Back over "has also", "reportedly", "on Friday", "was quoted as". */
function skipBack({ layout: { tokens }, lexicon }: Scene, verb: number, floor: number): number {
  let end = verb;
  while (end > floor) {
    const token = tokens[end - 1]!;
    const date =
      lexicon.calendar.has(token.key) ||
      (end < verb && BEFORE_DATE.test(token.key) && lexicon.calendar.has(tokens[end]!.key));
    const skipped =
      date ||
      lexicon.auxiliaries.has(token.key) ||
      lexicon.adverbs.has(token.key) ||
      QUOTED_AS.test(token.key) ||
      isAdverb(token);
    if (!skipped) return end;
    end -= 1;
  }
  return end;
}

const isAdverb = ({ key, capital }: Token) =>
  !capital && key.length > 4 && key.endsWith('ly') && !/^(?:family|ally|assembly|italy|daily|weekly)$/.test(key);

/** "Mara Sand, head of the port, said": where what stands before the apposition ends. */
function beforeApposition(
  { layout: { tokens }, nameAt, names, styles, lexicon }: Scene,
  comma: number,
  floor: number,
): number {
  const inner = names[nameAt[comma - 1] ?? -1];
  if (inner && tokens[styles[nameAt[comma - 1]!]!.from - 1]?.text === ',') return comma; // "The minister, Jan Berg, said"
  for (let at = floor; at < comma - 1; at += 1) {
    const name = names[nameAt[at] ?? -1];
    if (!name || name.to >= comma) continue;
    const next = tokens[name.to + 1];
    const mark = tokens[name.to]!.text;
    const opens = mark === '(' || (/^[,—–]$/u.test(mark) && next !== undefined && opensApposition(next, lexicon));
    if (opens && name.type !== 'place') return name.to;
    at = name.to - 1;
  }
  for (let at = comma - 1; at > floor; at -= 1) if (/^[,(—–]$/u.test(tokens[at]!.text)) return at;
  return comma;
}

const opensApposition = (token: Token, lexicon: Scene['lexicon']) =>
  OPENS_APPOSITION.test(token.key) ||
  token.kind === 'number' ||
  lexicon.offices.has(token) ||
  lexicon.officeModifiers.has(token.key) ||
  (token.capital && lexicon.demonyms.has(token));

function phraseBefore(scene: Scene, end: number, floor: number): Local | undefined {
  const {
    layout: { tokens },
    nameAt,
    quotedAt,
  } = scene;
  const last = tokens[end - 1]!;
  if (quotedAt[end - 1]! >= 0) return undefined;
  if (pronounOf(last.key) && nameAt[end - 1]! < 0) return { from: end - 1, to: end, kind: 'pronoun', names: [] };
  if (RELATIVE.test(last.key)) {
    const comma = tokens[end - 2]?.text === ',' ? 1 : 0;
    return end - 1 - comma > floor ? phraseBefore(scene, end - 1 - comma, floor) : undefined;
  }
  const name = nameAt[end - 1]!;
  if (name >= 0) return nameBefore(scene, name, floor);
  const phrase = nounPhraseBefore(scene, end, floor);
  // "in a statement saying": what a preposition governs does not speak
  if (phrase && phrase.from > floor && LEADS_AWAY.test(tokens[phrase.from - 1]!.key)) return undefined;
  return phrase && { ...phrase, kind: 'noun', names: [] };
}

/** A name as the subject; "a spokesman for the Pentagon" if it only belongs to one; both of two that are joined. */
function nameBefore(scene: Scene, index: number, floor: number): Local | undefined {
  const {
    layout: { tokens },
    names,
    styles,
    nameAt,
    lexicon,
  } = scene;
  const { to, type } = names[index]!;
  const from = styles[index]!.from;
  const article = lexicon.determiners.has(tokens[from - 1]?.key ?? '') ? from - 1 : from;
  if (article - 1 > floor && LEADS_AWAY.test(tokens[article - 1]!.key)) {
    const outer = nounPhraseBefore(scene, article - 1, floor);
    if ((outer && tokens[outer.from]!.key !== 'the') || (outer && isSourceOf(scene, outer.to)))
      return { from: outer.from, to, kind: 'noun', names: [] };
    if (type === 'place') return undefined;
  }
  const joined = tokens[article - 1]?.key === 'and' ? article - 1 : undefined;
  const end = joined !== undefined && tokens[joined - 1]?.text === ',' ? joined - 1 : joined;
  const other = end !== undefined && end - 1 >= floor ? nameAt[end - 1]! : -1;
  if (other >= 0 && names[other]!.type === type && !isPossessive(tokens[names[other]!.to])) {
    const before = nameBefore(scene, other, floor);
    if (before?.kind === 'names') return { from: before.from, to, kind: 'names', names: [...before.names, index] };
  }
  return { from: names[index]!.from, to, kind: 'names', names: [index] };
}

const isSourceOf = ({ layout: { tokens }, lexicon }: Scene, end: number) => {
  const head = tokens[end - 1]!;
  return lexicon.offices.has(head) || lexicon.peopleWords.has(head.key);
};
