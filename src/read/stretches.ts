import type { EntityType } from '../model/reading.ts';
import { isArticle, typesOf } from './possible-types.ts';
import type { Sentence } from './sentences.ts';
import type { Range, Token } from './tokens.ts';
import type { View } from './view.ts';

/** Words in a row that may be a name, in its sentence. */
export interface Stretch extends Range {
  readonly sentence: Range;
  /** The types that its words do not rule out. */
  readonly types: ReadonlySet<EntityType>;
}

const LONGEST = 9;
/** Of a run of more words than any name has, such as a headline in capitals, only short stretches are looked at. */
const LONG_RUN = 12;
const LONGEST_IN_LONG_RUN = 4;
const BREAKS = /^(?:[,;:()[\]"“”«»!?/|*•…—]|\.{2,}|``|'')$/u;
const INSIDE = /^(?:of|and|for|the|in|on|to|a|s)$/;
const ANY_CAPITAL = /\p{Lu}/u;
const INITIAL = /^\p{Lu}$/u;
/** "MPs", "Dh500", "Rs20" */
const NO_NAME = /^(?:\p{Lu}{2,}s|(?:Dh|Rs|Tk|Rp)(?:\d.*)?)$/u;

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
    const types = typesOf(view, { from, to }, sentence.from);
    if (types) stretches.push({ from, to, sentence, types });
  };
  const run = view.runAt[from];
  const longest = run && run.to - run.from > LONG_RUN ? LONGEST_IN_LONG_RUN : LONGEST;
  const limit = Math.min(sentence.to, from + longest);
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
  if (isArticle(token)) return false;
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
