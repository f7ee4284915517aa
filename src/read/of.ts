import type { Lexicon } from './lexicon.ts';
import type { Range, Token } from './tokens.ts';

/** Bodies and offices that rule over a list of things: "Ministry of Culture, Tourism and Antiquities". */
const RULES_OVER_LISTS =
  /^(?:ministry|minister|department|secretary|secretariat|committee|commission|council|directorate)$/;

/** No name has more words; without this a list without end would be looked through at every "and". */
const LONGEST = 20;

/**
 * Where a run of capitalised words goes on over "of", "for" or "and": "University of Ghent", "Minister of Defense",
 * "Gulf of Aden". Undefined where it ends, as between "Harvard" and "Yale".
 */
export function overOf(tokens: readonly Token[], run: Range, limit: number, lexicon: Lexicon): number | undefined {
  const word = tokens[run.to];
  if (!word || run.to >= limit || run.to - run.from > LONGEST) return undefined;
  if (word.key === 'of' || word.key === 'for')
    return takesOf(tokens, run, lexicon) ? capitalAfter(tokens, run.to + 1, limit) : undefined;
  if (word.key !== 'and' && word.text !== '&' && word.text !== ',') return undefined;
  if (!rulesOverList(tokens, run)) return undefined;
  const item = capitalAfter(tokens, run.to + 1, limit);
  if (item === undefined || isNameByItself(tokens, item - 1, limit, lexicon)) return undefined;
  return word.text === ',' && !listGoesOn(tokens, item, limit) ? undefined : item;
}

function rulesOverList(tokens: readonly Token[], { from, to }: Range): boolean {
  for (let at = from; at < to - 1; at += 1) {
    const { key } = tokens[at + 1]!;
    if ((key === 'of' || key === 'for') && RULES_OVER_LISTS.test(tokens[at]!.key)) return true;
  }
  return false;
}

function takesOf(tokens: readonly Token[], { from, to }: Range, lexicon: Lexicon): boolean {
  const head = tokens[to - 1]!;
  if (lexicon.organizationWords.has(head.key) || lexicon.placeWords.has(head.key)) return true;
  if (lexicon.otherWords.has(head.key)) return true;
  return to - from <= 4 && lexicon.offices.has(head);
}

/** One past the capital that follows, over "the". */
function capitalAfter(tokens: readonly Token[], at: number, limit: number): number | undefined {
  const over = tokens[at]?.key === 'the' ? at + 1 : at;
  return over < limit && tokens[over]?.capital ? over + 1 : undefined;
}

/** "..., Tourism and", "..., Tourism," */
const listGoesOn = (tokens: readonly Token[], at: number, limit: number) =>
  at < limit && (tokens[at]!.key === 'and' || tokens[at]!.text === ',');

function isNameByItself(tokens: readonly Token[], at: number, limit: number, lexicon: Lexicon): boolean {
  const { key } = tokens[at]!;
  if (lexicon.menNames.has(key) || lexicon.womenNames.has(key) || lexicon.offices.at(tokens, at, limit)) return true;
  return (lexicon.places.at(tokens, at, limit) ?? lexicon.organizations.at(tokens, at, limit)) !== undefined;
}
