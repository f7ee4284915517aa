import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { pronounOf } from './pronouns.ts';
import { isPossessive, type Token } from './tokens.ts';

/** What a word is in its sentence. A participle ends in "-ing"; adjectives count as nouns, both make up phrases. */
export type Part =
  | 'noun'
  | 'pronoun'
  | 'determiner'
  | 'number'
  | 'preposition'
  | 'conjunction'
  | 'adverb'
  | 'auxiliary'
  | 'verb'
  | 'participle'
  | 'mark';

/** After these comes a noun, though its form be a verb's: "the report", "in response", "ten calls". */
const BEFORE_NOUN: ReadonlySet<Part> = new Set(['determiner', 'preposition', 'number']);
/** "did not report", "to state": the form of a noun too, but not here. */
const BEFORE_VERB = /^(?:to|who|which|not|can|could|may|might|must|shall|should|will|would|did|do|does|cannot|won't)$/;
/** These words stand without a noun: "some said", "one of them said". */
export const ALONE = /^(?:one|some|many|most|several|few|others|another|both|all|two|three|four|five)$/;
const SAYS = /^(?:said|say|says|told|tell|added|argued|argue|wrote|write|asked|called|agreed|warned)$/;
const MODAL = /^(?:can|could|may|might|must|shall|should|will|would|has|have|had|is|are|was|were)$/;
/** A verb's past is no noun; another form right before a verb is: "police reports say". */
const PAST = /(?:ed|said|told|wrote|spoke|thought|began|swore|went)$/;
const NO_ADVERB = /^(?:family|ally|assembly|daily|weekly|monthly|supply|reply|early|elderly|italy|july)$/;
const NO_PARTICIPLE =
  /^(?:king|thing|something|anything|nothing|everything|morning|evening|building|meeting|beijing|spring|string|wing|ring|hearing|wedding|ranking|sitting|during|following|according|regarding|including|concerning)$/;
const NO_PAST =
  /^(?:united|hundred|sacred|indeed|shed|seed|speed|breed|creed|need|red|bed|wicked|naked|so-called|alleged)$/;
const CLAUSE_WORD = /^(?:that|who|which|when|while|and|or|but)$/;

/** The part each token plays, as far as word lists, endings and the word before tell. One pass, no dictionary. */
export function partsOf({ tokens }: Layout, nameAt: Int32Array, quotedAt: Int32Array, lexicon: Lexicon): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const begins = at > 0 && quotedAt[at]! !== quotedAt[at - 1]; // ‘...’ said: a closing mark is no possessive
    parts.push(nameAt[at]! >= 0 ? 'noun' : partOf(tokens, at, parts, begins, lexicon));
    const finite = parts[at] === 'verb' || parts[at] === 'auxiliary';
    const doubled = finite && parts[at - 1] === 'verb' && !PAST.test(tokens[at - 1]!.key);
    if (doubled && !isPronoun(tokens[at - 2])) parts[at - 1] = 'noun';
  }
  return parts;
}

const isPronoun = (token: Token | undefined) => token !== undefined && pronounOf(token) !== undefined;

function partOf(tokens: readonly Token[], at: number, parts: readonly Part[], begins: boolean, lexicon: Lexicon): Part {
  const token = tokens[at]!;
  const before = parts[at - 1];
  if (token.kind === 'mark') return isShortVerb(tokens, at, before, lexicon) ? 'auxiliary' : 'mark';
  if (token.kind === 'number') return 'number';
  const { key } = token;
  if (CLAUSE_WORD.test(key) || lexicon.conjunctions.has(key)) return 'conjunction';
  if (key === 'according') return 'preposition';
  if (pronounOf(token) && key !== 'both') return 'pronoun';
  if (lexicon.determiners.has(key)) return 'determiner';
  if (lexicon.pronouns.has(key) && !lexicon.auxiliaries.has(key)) return 'pronoun';
  if (lexicon.prepositions.has(key)) return 'preposition';
  if (isAdverb(token, lexicon)) return 'adverb';
  const noun = !begins && takesNoun(tokens, at, parts);
  const verb = BEFORE_VERB.test(tokens[at - 1]?.key ?? '');
  if (noun && !verb) return before === 'preposition' && isParticiple(token) ? 'participle' : 'noun';
  if (token.capital && before !== undefined && before !== 'mark') return 'noun';
  return verbPart(tokens, at, lexicon) ?? (verb && key.length > 2 ? 'verb' : 'noun');
}

/** "the report", "Orvik's report", "a newly formed group"; but "another said". */
function takesNoun(tokens: readonly Token[], at: number, parts: readonly Part[]): boolean {
  const before = parts[at - 1];
  if (isPossessive(tokens[at - 1]) || (before === 'adverb' && parts[at - 2] === 'determiner')) return true;
  if (before === undefined || !BEFORE_NOUN.has(before)) return false;
  return !(ALONE.test(tokens[at - 1]!.key) && (SAYS.test(tokens[at]!.key) || MODAL.test(tokens[at]!.key)));
}

/** After one thing a verb would end in -s: "the radio show", but "the shows show". */
function isOne(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before?.kind === 'word' && !/(?:s|people|police|men|women|staff|i|you|we|they|who|to)$/.test(before.key);
}

/** "He's claiming", "She's also": short for "is" or "has"; after a noun it owns what follows. */
function isShortVerb(tokens: readonly Token[], at: number, before: Part | undefined, lexicon: Lexicon): boolean {
  if (!/^['’]s$/.test(tokens[at]!.text)) return false;
  const next = tokens[at + 1];
  return before === 'pronoun' || (before === 'noun' && next !== undefined && lexicon.adverbs.has(next.key));
}

function verbPart(tokens: readonly Token[], at: number, lexicon: Lexicon): Part | undefined {
  const token = tokens[at]!;
  const { key } = token;
  const listed = lexicon.speechVerbs.at(tokens, at) !== undefined || lexicon.verbs.has(key);
  if (isParticiple(token) && (listed || key.length > 5)) return 'participle';
  if (lexicon.nounVerbs.has(key) && isOne(tokens, at)) return undefined;
  if (listed) return 'verb';
  if (lexicon.auxiliaries.has(key)) return 'auxiliary';
  return key.endsWith('ed') && key.length > 4 && !NO_PAST.test(key) ? 'verb' : undefined;
}

export const isParticiple = ({ key }: Token): boolean =>
  key.endsWith('ing') && key.length > 4 && !NO_PARTICIPLE.test(key);

/** "reportedly", "also"; not "ally". */
export const isAdverb = ({ key, capital }: Token, lexicon: Lexicon): boolean =>
  lexicon.adverbs.has(key) || (!capital && key.length > 4 && key.endsWith('ly') && !NO_ADVERB.test(key));
