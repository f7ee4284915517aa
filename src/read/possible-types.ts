import { ENTITY_TYPES, type EntityType } from '../model/reading.ts';
import { surfaceOf } from './agreement.ts';
import { SEEN } from './evidence.ts';
import { endsSmall } from './hyphens.ts';
import { GIVEN_NAME, LISTED } from './listed-words.ts';
import { isPossessive, type Range, type Token } from './tokens.ts';
import type { View } from './view.ts';

type Types = ReadonlySet<EntityType>;

const ALL: Types = new Set(ENTITY_TYPES);
const PERSON_ONLY: Types = new Set(['person']);
const NO_PERSON: Types = new Set(['organization', 'place']);
const ORGANIZATION_ONLY: Types = new Set(['organization']);

/** "iPhone", "eBay" */
const BRAND = /^\p{Ll}+\p{Lu}/u;

export const isArticle = ({ key }: Token): boolean => /^(?:the|an?)$/.test(key);

/**
 * What Lede does not call a name is none whatever the tagger says: an office, a people, a month by themselves; and no
 * person begins with a title. Undefined where nothing is left.
 */
export function typesOf(view: View, { from, to }: Range, opening: number): Types | undefined {
  const { tokens } = view.layout;
  const first = view.words[from]!;
  const single = to - from === 1;
  if (isNameless(view, from, to) || isPair(view, from, to) || cutsBody(view, from, to)) return undefined;
  const person = personAround(view, from, to);
  if (person) return from === person.from ? PERSON_ONLY : undefined;
  if (view.places[from] === to || view.organizations[from] === to) return ALL;
  // "Amir Sheikh Nasser": a form of address is none even there.
  if (single && first.lists & LISTED.title) return undefined;
  // "Pope", "German", "May" are surnames where a given name stands right before them somewhere.
  if (single && (view.evidence.get(tokens[from]!.key) ?? 0) & SEEN.surname) return ALL;
  const office = view.lexicon.offices.at(tokens, from, to);
  if (office?.length === to - from || view.demonyms[from] === to) return undefined;
  if (single && first.lists & LISTED.calendar) return undefined;
  // "the Amir", "the Grace"
  if (single && first.lists & GIVEN_NAME && from > opening && isArticle(tokens[from - 1]!)) return NO_PERSON;
  const styled = office !== undefined || first.lists & LISTED.title || view.demonyms[from]! > 0;
  if (styled && !single && !(first.lists & GIVEN_NAME)) return NO_PERSON;
  if (BRAND.test(tokens[from]!.text) || (!single && endsSmall(tokens, to))) return NO_PERSON;
  for (let at = from + 1; at < to; at += 1) {
    if (isPossessive(tokens[at])) return isOwner(view, from, at) ? undefined : ORGANIZATION_ONLY;
  }
  return ALL;
}

/** "Northern Fisheries Agreement", and its acronym. */
function isNameless({ layout, guessAt, nameless }: View, from: number, to: number): boolean {
  const guess = guessAt[from];
  const whole = guess?.from === from && guess.to === to && to - from > 1;
  return (
    (whole && !guess.type && guess.weight > 0) || (nameless.size > 0 && nameless.has(surfaceOf(layout, { from, to })))
  );
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

/** "Karin" and "Solheim" of "Karin Solheim": the person by given name and surname whose name this would cut. */
function personAround({ words, guessAt, places }: View, from: number, to: number): Range | undefined {
  const guess = guessAt[from];
  if (guess?.type !== 'person' || guess.weight < 2 || (guess.from === from && guess.to === to)) return undefined;
  const named = words[guess.from]!.lists & GIVEN_NAME || places[guess.from]! > 0;
  return named && (guess.from === from || guess.to === to) ? guess : undefined;
}

/** "Iran's Parliament", "Parliament's Committee", "Karin's Bakery": whose it is, and what, are two things. */
function isOwner(view: View, from: number, possessive: number): boolean {
  if (view.places[from] === possessive || view.organizations[from] === possessive) return true;
  const { lists } = view.words[from]!;
  return possessive - from === 1 && (lists & (GIVEN_NAME | LISTED.organization | LISTED.office)) !== 0;
}
