import type { EntityType } from '../model/reading.ts';
import { contextOf } from './context.ts';
import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import type { Run } from './runs.ts';
import { shapeOf } from './shapes.ts';
import type { Range, Token } from './tokens.ts';
import { isGivenName } from './words.ts';

/**
 * What a stretch of capitalised words may name, and how much speaks for it: 3 listed, 2 by its shape, below 1 by
 * context.
 */
export interface Guess extends Range {
  /** None where nothing speaks for any: other places in the text may tell. */
  readonly type?: EntityType | undefined;
  readonly weight: number;
  /** It begins a sentence by itself, so its capital says nothing. */
  readonly opens: boolean;
}

const LONGEST_NAME = 5;

/**
 * Takes a run apart into names. "Israeli Prime Minister Benjamin Netanyahu" is one name after a people and an office.
 */
export function namesOfRun(layout: Layout, run: Run, lexicon: Lexicon): Guess[] {
  const { tokens } = layout;
  const pair = hyphenedPair(layout, run, lexicon);
  if (pair) return pair;
  const named = namedWhole(layout, run, lexicon);
  if (named) return [named];
  const office = lastOffice(tokens, run, lexicon);
  if (office) return aroundOffice(layout, run, office, lexicon);
  const people = leadingDemonym(tokens, run, lexicon);
  if (people > run.from)
    return people < run.to ? namesOfRun(layout, { from: people, to: run.to, opens: false }, lexicon) : [];
  return partsOf(layout, run, lexicon);
}

function namedWhole({ tokens }: Layout, run: Run, lexicon: Lexicon): Guess | undefined {
  const type = shapeOf(tokens, run, lexicon);
  return type && { ...run, type: type.type, weight: type.weight };
}

/** The last title or office in the run: what follows it is a person. */
function lastOffice(tokens: readonly Token[], run: Run, lexicon: Lexicon): Range | undefined {
  let office: Range | undefined;
  for (let at = run.from; at < run.to; at += 1) {
    const title = lexicon.titles.has(tokens[at]!.key) && !(at === run.to - 1);
    const match = lexicon.offices.at(tokens, at, run.to);
    if (!match && !title) continue;
    let to = at + (match?.length ?? 1);
    if (tokens[to]?.text === '.' && to < run.to) to += 1;
    office = { from: at, to };
    at = to - 1;
  }
  return office;
}

function aroundOffice(layout: Layout, run: Run, office: Range, lexicon: Lexicon): Guess[] {
  const { tokens } = layout;
  const before = listedIn(layout, { from: run.from, to: office.from }, lexicon);
  if (office.to >= run.to) return before;
  const rest =
    tokens[office.to]!.key === 'of' || tokens[office.to]!.key === 'for'
      ? officeOf(layout, { from: office.to, to: run.to }, lexicon)
      : undefined;
  if (rest) return [...before, ...rest];
  const person = { from: skipMarks(tokens, office.to, run.to), to: run.to };
  if (person.from >= person.to) return before;
  const type = listedExactly(tokens, person, lexicon) ?? { type: 'person' as const, weight: 2 };
  return [...before, { ...person, ...type, opens: false }];
}

/**
 * "Secretary of State John Kerry", "President of Iran Hassan Rouhani": what is ruled, then a given name and the rest.
 */
function officeOf(layout: Layout, { from, to }: Range, lexicon: Lexicon): Guess[] {
  const { tokens } = layout;
  for (let at = from + 2; at < to - 1; at += 1) {
    if (isGivenName(tokens[at], lexicon) && !lexicon.nameParticles.has(tokens[at - 1]!.key)) {
      return [
        ...listedIn(layout, { from, to: at }, lexicon),
        { from: at, to, type: 'person', weight: 2, opens: false },
      ];
    }
  }
  return listedIn(layout, { from, to }, lexicon);
}

function leadingDemonym(tokens: readonly Token[], { from, to }: Range, lexicon: Lexicon): number {
  let at = from;
  for (let match = lexicon.demonyms.at(tokens, at, to); match; match = lexicon.demonyms.at(tokens, at, to)) {
    at = skipMarks(tokens, at + match.length, to);
    if (at >= to) break;
  }
  return at;
}

/**
 * "Israel-Hamas", "Iraqi-Syrian", "R-Texas": names or peoples, of which the names count. "Jean-Pierre" is none of that.
 */
function hyphenedPair(layout: Layout, { from, to }: Range, lexicon: Lexicon): Guess[] | undefined {
  const { tokens } = layout;
  const middle = tokens[from]!.text.length === 1 ? from + 1 : knownTo(tokens, from, to, lexicon);
  if (middle === from || middle >= to - 1 || !/^[-–]$/u.test(tokens[middle]!.text)) return undefined;
  return knownTo(tokens, middle + 1, to, lexicon) === to ? listedIn(layout, { from, to }, lexicon) : undefined;
}

function knownTo(tokens: readonly Token[], at: number, to: number, lexicon: Lexicon): number {
  return at + ((longest(tokens, at, to, lexicon) ?? lexicon.demonyms.at(tokens, at, to))?.length ?? 0);
}

/** No shape fits the whole: its listed parts are names, and so is what is left between them, by its context. */
function partsOf(layout: Layout, run: Run, lexicon: Lexicon): Guess[] {
  const listed = listedIn(layout, run, lexicon);
  if (listed.length > 1) return listed;
  const [first] = listed;
  if (first?.from === run.from) {
    // "the ambassador to Damascus Yassin Haddad"
    const rest = { from: first.to, to: run.to, opens: false };
    if (shapeOf(layout.tokens, rest, lexicon)?.type === 'person') {
      // "Chad Michael Brekke": a place alone before a given name, and nothing that leads to it
      const alone =
        first.type === 'place' && rest.from - first.from === 1 && !leadsTo(layout.tokens[run.from - 1], lexicon);
      if (alone && isGivenName(layout.tokens[rest.from], lexicon)) return [{ ...run, type: 'person', weight: 2 }];
      return [first, ...namesOfRun(layout, rest, lexicon)];
    }
  }
  const given = givenInside(layout.tokens, run, lexicon);
  if (given !== undefined) {
    const before = listedIn(layout, { from: run.from, to: given }, lexicon);
    return [...before, { from: given, to: run.to, type: 'person', weight: 1, opens: false }];
  }
  if (run.to - run.from > LONGEST_NAME * 2) return listed;
  const context = contextOf(layout, run, lexicon);
  return [{ from: run.from, to: run.to, opens: run.opens, ...context }];
}

/** "UN Special Rapporteur Ada Holm": where a given name follows words that are no listed office. */
function givenInside(tokens: readonly Token[], { from, to }: Range, lexicon: Lexicon): number | undefined {
  for (let at = from + 2; at < Math.min(to - 1, from + LONGEST_NAME); at += 1) {
    if (isGivenName(tokens[at], lexicon) && tokens[at - 1]!.kind === 'word' && tokens[at + 1]!.capital) return at;
  }
  return undefined;
}

/** The listed places and organisations inside a range. */
function listedIn({ tokens }: Layout, { from, to }: Range, lexicon: Lexicon): Guess[] {
  const guesses: Guess[] = [];
  for (let at = from; at < to; at += 1) {
    if (!tokens[at]!.capital) continue;
    const demonym = lexicon.demonyms.at(tokens, at, to);
    const match = longest(tokens, at, to, lexicon);
    if (match && match.length >= (demonym?.length ?? 0)) {
      guesses.push({ from: at, to: at + match.length, type: match.type, weight: 3, opens: false });
    }
    at += Math.max(match?.length ?? 1, demonym?.length ?? 1) - 1;
  }
  return guesses;
}

function longest(tokens: readonly Token[], at: number, to: number, lexicon: Lexicon) {
  const place = lexicon.places.at(tokens, at, to);
  const organization = lexicon.organizations.at(tokens, at, to);
  if (organization && organization.length >= (place?.length ?? 0))
    return { type: 'organization' as const, ...organization };
  return place && { type: 'place' as const, ...place };
}

function listedExactly(tokens: readonly Token[], { from, to }: Range, lexicon: Lexicon) {
  const match = longest(tokens, from, to, lexicon);
  return match && from + match.length === to ? { type: match.type, weight: 3 } : undefined;
}

function skipMarks(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (at < to && tokens[at]!.kind === 'mark') at += 1;
  return at;
}

/** "to Damascus", "Iraq and Syria" */
const leadsTo = (before: Token | undefined, lexicon: Lexicon) =>
  before !== undefined && (lexicon.prepositions.has(before.key) || lexicon.conjunctions.has(before.key));
