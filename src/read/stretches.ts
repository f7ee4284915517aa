import { ENTITY_TYPES, type EntityType } from '../model/reading.ts';
import { surfaceOf } from './agreement.ts';
import { SEEN } from './evidence.ts';
import { GIVEN_NAME, LISTED } from './listed-words.ts';
import type { Sentence } from './sentences.ts';
import { isPossessive, type Range, type Token } from './tokens.ts';
import type { View } from './view.ts';

/** Words in a row that may be a name, in its sentence. */
export interface Stretch extends Range {
  readonly sentence: Range;
  /** The types that its words do not rule out. */
  readonly types: ReadonlySet<EntityType>;
}

const LONGEST = 9;
const BREAKS = /^(?:[,;:()[\]"“”«»!?/|*•…—]|\.{2,}|``|'')$/u;
const INSIDE = /^(?:of|and|for|the|in|on|to|a|s)$/;
const ARTICLE = /^(?:the|an?)$/;
const ANY_CAPITAL = /\p{Lu}/u;
const INITIAL = /^\p{Lu}$/u;
/** "MPs", "Dh500", "Rs20" */
const NO_NAME = /^(?:\p{Lu}{2,}s|(?:Dh|Rs|Tk|Rp|RM)\d.*)$/u;

const ALL: ReadonlySet<EntityType> = new Set(ENTITY_TYPES);
const NO_PERSON: ReadonlySet<EntityType> = new Set(ENTITY_TYPES.filter((type) => type !== 'person'));

/** Every stretch that may be a name, those that overlap together: of each such group some, or none, are names. */
export function stretchesOf(view: View): Stretch[][] {
  const groups: Stretch[][] = [];
  for (const sentence of view.layout.sentences) {
    let group: Stretch[] = [];
    let end = -1;
    for (let from = sentence.from; from < sentence.to; from += 1) {
      for (const stretch of stretchesFrom(view, from, sentence)) {
        if (group.length > 0 && from >= end) {
          groups.push(group);
          group = [];
        }
        group.push(stretch);
        end = Math.max(end, stretch.to);
      }
    }
    if (group.length > 0) groups.push(group);
  }
  return groups;
}

function stretchesFrom(view: View, from: number, sentence: Sentence): Stretch[] {
  if (!mayBegin(view, from, sentence.to)) return [];
  const stretches: Stretch[] = [];
  const add = (to: number) => {
    const types = typesOf(view, { from, to }, sentence);
    if (types) stretches.push({ from, to, sentence, types });
  };
  const limit = Math.min(sentence.to, from + LONGEST);
  for (let at = from; at < limit && (at === from || mayHold(view, at)); at += 1) {
    if (mayEnd(view, at, from)) add(at + 1);
  }
  // What the rules take together may be longer: "Ministry of Culture, Tourism and Antiquities".
  const guess = view.guessAt[from];
  if (guess?.from === from && guess.to - from > 1 && !stretches.some(({ to }) => to === guess.to)) add(guess.to);
  return stretches;
}

/** A capital, a particle or a number before one: "al-Mazrui", "7 Eleven". No article: "the Hague" is "Hague". */
function mayBegin({ layout: { tokens }, lexicon, runAt }: View, at: number, limit: number): boolean {
  const token = tokens[at]!;
  const next = at + 1 < limit ? tokens[at + 1] : undefined;
  if (ARTICLE.test(token.key)) return false;
  if (token.kind === 'number') return next?.capital === true;
  if (token.kind !== 'word' || NO_NAME.test(token.text)) return false;
  // "Al-Mazrui" is not cut in two.
  if (tokens[at - 1]?.text === '-' && tokens[at - 2] && lexicon.nameParticles.has(tokens[at - 2]!.key)) return false;
  // "K. Solheim" is not cut in two.
  if (tokens[at - 1]?.text === '.' && runAt[at] && runAt[at].from <= at - 2 && INITIAL.test(tokens[at - 2]!.text))
    return false;
  if (ANY_CAPITAL.test(token.text)) return true;
  if (!lexicon.nameParticles.has(token.key)) return false;
  return next?.capital === true || (next?.text === '-' && next.glued && tokens[at + 2]?.capital === true);
}

function mayHold({ layout: { tokens }, lexicon }: View, at: number): boolean {
  const token = tokens[at]!;
  if (token.kind === 'mark') return !BREAKS.test(token.text);
  if (token.kind === 'number' || ANY_CAPITAL.test(token.text)) return true;
  return INSIDE.test(token.key) || lexicon.nameParticles.has(token.key) || isJoined(tokens, at);
}

function mayEnd({ layout: { tokens }, lexicon }: View, at: number, from: number): boolean {
  const token = tokens[at]!;
  if (tokens[at + 1]?.text === '-' && tokens[at + 2]?.capital && lexicon.nameParticles.has(token.key)) return false;
  if (token.kind === 'number') return at > from;
  return token.kind === 'word' ? ANY_CAPITAL.test(token.text) || (at > from && isJoined(tokens, at)) : false;
}

/** The "un" of "Jong-un". */
const isJoined = (tokens: readonly Token[], at: number) => tokens[at]!.glued && tokens[at - 1]?.text === '-';

/**
 * What Lede does not call a name is none whatever the tagger says: an office, a people, a month by themselves; and no
 * person begins with a title. Undefined where nothing is left.
 */
function typesOf(view: View, { from, to }: Range, sentence: Range): ReadonlySet<EntityType> | undefined {
  const { tokens } = view.layout;
  const first = view.words[from]!;
  const single = to - from === 1;
  const guess = view.guessAt[from];
  const nameless = guess?.from === from && guess.to === to && !guess.type && guess.weight > 0;
  if (nameless && !single) return undefined;
  if (view.nameless.size > 0 && view.nameless.has(surfaceOf(view.layout, { from, to }))) return undefined;
  if (isPair(view, from, to) || cutsBody(view, from, to)) return undefined;
  if (view.places[from] === to || view.organizations[from] === to) return ALL;
  // "Pope", "German", "May" are surnames where a given name precedes them somewhere.
  if (single && (view.evidence.get(tokens[from]!.key) ?? 0) & SEEN.given) return ALL;
  const office = view.lexicon.offices.at(tokens, from, to);
  if (office?.length === to - from || view.demonyms[from] === to) return undefined;
  if (single && first.lists & (LISTED.title | LISTED.calendar)) return undefined;
  // "the Amir", "the Grace"
  if (single && first.lists & GIVEN_NAME && from > sentence.from && ARTICLE.test(tokens[from - 1]!.key))
    return NO_PERSON;
  const styled = office !== undefined || first.lists & LISTED.title || view.demonyms[from]! > 0;
  if (styled && !single && !(first.lists & GIVEN_NAME)) return NO_PERSON;
  for (let at = from + 1; at < to; at += 1) if (isPossessive(tokens[at])) return NO_PERSON;
  return ALL;
}

/** "Iraq-Syria", "Russian-Ukrainian": names or peoples, each by itself. */
function isPair({ layout: { tokens }, ...view }: View, from: number, to: number): boolean {
  const known = (at: number) => Math.max(view.places[at]!, view.organizations[at]!, view.demonyms[at]!);
  const middle = known(from);
  return middle > 0 && middle < to - 1 && /^[-–]$/u.test(tokens[middle]!.text) && known(middle + 1) === to;
}

/** "Ministry of Culture" of "Ministry of Culture, Tourism and Antiquities", "Labour" of "Labour Ministry". */
function cutsBody({ layout: { tokens }, words, guessAt }: View, from: number, to: number): boolean {
  const guess = guessAt[from];
  if (guess?.from !== from || guess.type !== 'organization' || to >= guess.to) return false;
  const next = tokens[to]!;
  return next.text === ',' || next.key === 'and' || (next.capital && (words[to]!.lists & LISTED.organization) !== 0);
}
