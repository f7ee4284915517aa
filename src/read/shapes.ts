import type { EntityType } from '../model/reading.ts';
import type { Lexicon } from './lexicon.ts';
import type { Match } from './phrases.ts';
import type { Range, Token } from './tokens.ts';
import { isGivenName } from './words.ts';

/** What the words of a name themselves say of its type. */
export interface Shape {
  /** None: it names an agreement, a law, an event. */
  readonly type?: EntityType | undefined;
  /** 3 where it is listed, 2 where it is built like such a name. */
  readonly weight: number;
}

const ACRONYM = /^\p{Lu}[\p{Lu}\d&]{1,6}$/u;
const PLURAL_ACRONYM = /^\p{Lu}{2,}s$/u; // "MPs", "SUVs"
const ROMAN = /^[IVX]+$/;
const PREFIX_PLACE = /^(?:mount|lake|port|cape|fort|camp|wadi|isle|gulf|strait|bay|sea|saint|st)$/;
const DIRECTION = /^(?:(?:(?:north|south)(?:east|west)?|east|west)(?:ern)?|central|upper|lower|greater|new)$/;
const LONGEST_PERSON = 6;

/** The type of a whole run of words, if its words tell. Undefined where its context must. */
export function shapeOf(tokens: readonly Token[], range: Range, lexicon: Lexicon): Shape | undefined {
  const words = tokens.slice(range.from, range.to).filter(({ kind }) => kind !== 'mark');
  return (
    listed(tokens, range, lexicon) ??
    byLastWord(tokens, range, words, lexicon) ??
    acronym(words) ??
    person(tokens, range, words, lexicon) ??
    placeByPrefix(tokens, range, words, lexicon)
  );
}

function listed(tokens: readonly Token[], { from, to }: Range, lexicon: Lexicon): Shape | undefined {
  const whole = (match: Match | undefined) => match !== undefined && from + match.length === to;
  if (whole(lexicon.organizations.at(tokens, from, to))) return { type: 'organization', weight: 3 };
  if (whole(lexicon.places.at(tokens, from, to))) return { type: 'place', weight: 3 };
  return undefined;
}

/** "Joint Operations Command", "Ministry of Health", "Orontes River", "Nuclear Deal". */
function byLastWord(
  tokens: readonly Token[],
  range: Range,
  words: readonly Token[],
  lexicon: Lexicon,
): Shape | undefined {
  const last = words.at(-1)!.key;
  const first = words[0]!.key;
  const ofPhrase = tokens.slice(range.from + 1, range.to).findIndex(({ key }) => key === 'of' || key === 'for');
  const head = ofPhrase < 0 ? last : tokens[range.from + ofPhrase]!.key;
  if (lexicon.offices.has(words[0]) && ofPhrase >= 0) return undefined;
  // "the Council", "the State" alone name nothing
  if (words.length === 1 && (PLURAL_ACRONYM.test(words[0]!.text) || lexicon.titles.has(last))) return { weight: 2 };
  if (words.length === 1 && (lexicon.placeWords.has(last) || lexicon.organizationWords.has(last))) return { weight: 2 };
  if (lexicon.organizationWords.has(head)) return { type: 'organization', weight: 2 };
  if (lexicon.placeWords.has(head)) return { type: 'place', weight: 2 };
  if ([last, first, head].some((key) => lexicon.otherWords.has(key))) return { weight: 2 };
  return undefined;
}

function acronym(words: readonly Token[]): Shape | undefined {
  const [word] = words;
  if (words.length !== 1 || !ACRONYM.test(word!.text) || ROMAN.test(word!.text)) return undefined;
  return { type: 'organization', weight: 1.5 };
}

/** A given name first, or a particle inside: "Hamid Al-Shatri", "Marga van Dijk". */
function person(
  tokens: readonly Token[],
  { from, to }: Range,
  words: readonly Token[],
  lexicon: Lexicon,
): Shape | undefined {
  if (words.length < 2 || words.length > LONGEST_PERSON || words.some(({ key }) => key === 'of' || key === 'for'))
    return undefined;
  const [first] = words;
  if (words.some((word) => lexicon.offices.has(word) || lexicon.titles.has(word.key))) return undefined;
  const given = isGivenName(first, lexicon) || isInitials(first!, lexicon);
  if (given) return { type: 'person', weight: 2 };
  // "Park Geun-hye"
  if (!words.at(-1)!.capital) return { type: 'person', weight: 1.5 };
  const particle = words.slice(1, -1).some(({ key }) => lexicon.nameParticles.has(key));
  const listedInside =
    lexicon.places.at(tokens, from, to) ??
    lexicon.organizations.at(tokens, from, to) ??
    lexicon.demonyms.at(tokens, from, to);
  return particle && !listedInside ? { type: 'person', weight: 1.5 } : undefined;
}

/** "Mount Ararat", "Northern Syria", "Saint Malo". */
function placeByPrefix(
  tokens: readonly Token[],
  { from, to }: Range,
  words: readonly Token[],
  lexicon: Lexicon,
): Shape | undefined {
  const [first] = words;
  if (words.length < 2) return undefined;
  if (PREFIX_PLACE.test(first!.key)) return { type: 'place', weight: 1.5 };
  const place = DIRECTION.test(first!.key) ? lexicon.places.at(tokens, from + 1, to) : undefined;
  return place && from + 1 + place.length === to ? { type: 'place', weight: 2 } : undefined;
}

/** "J. Hollis", "O.J. Brandt"; but "U.S. Steel". */
const isInitials = (token: Token, lexicon: Lexicon) =>
  /^(?:\p{Lu}|(?:\p{Lu}\.)+)$/u.test(token.text) && !lexicon.places.has(token) && !lexicon.organizations.has(token);
