import { ENTITY_TYPES, type EntityType } from '../model/reading.ts';
import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import type { Name } from './names.ts';
import type { Range, Token } from './tokens.ts';
import type { Guess } from './typing.ts';

/** What a name at the beginning of a sentence must weigh to count without another mention. */
const SURE = 1;

type Votes = Record<EntityType, number>;

/**
 * One name, one type, in the whole text: what one place leaves open ("Katz" alone) another tells ("Israel Katz").
 * A name for which nothing speaks anywhere is dropped.
 */
export function agreed(layout: Layout, guesses: readonly Guess[], lexicon: Lexicon): Name[] {
  const votes = votesOf(layout, guesses);
  const calls = callsOf(layout, guesses, lexicon);
  const nameless = namelessAcronyms(layout, guesses);
  return guesses.flatMap((guess) => {
    const surface = surfaceOf(layout, guess);
    if (nameless.has(surface)) return [];
    const type = typeOf(guess, votes.get(surface), calls.has(surface));
    return type ? [{ from: guess.from, to: guess.to, type }] : [];
  });
}

function votesOf(layout: Layout, guesses: readonly Guess[]): Map<string, Votes> {
  const votes = new Map<string, Votes>();
  for (const guess of guesses) {
    if (!guess.type || (guess.opens && guess.weight < SURE)) continue;
    const surface = surfaceOf(layout, guess);
    const cast = votes.get(surface) ?? { person: 0, organization: 0, place: 0 };
    cast[guess.type] += guess.weight;
    votes.set(surface, cast);
  }
  return votes;
}

function typeOf(guess: Guess, votes: Votes | undefined, called: boolean): EntityType | undefined {
  if (!guess.type && guess.weight > 0) return undefined; // known to name none of the three
  if (called && guess.weight < 3) return 'person';
  if (!votes) return undefined;
  return [...ENTITY_TYPES].sort((one, other) => votes[other] - votes[one])[0];
}

/** "the Northern Fisheries Agreement (NFA)": what is short for no name is none, here and later. */
export function namelessAcronyms(layout: Layout, guesses: readonly Guess[]): Set<string> {
  const nameless = guesses.filter((guess, index) => {
    const long = guesses[index - 1];
    const bracketed = long?.to === guess.from - 1 && layout.tokens[long.to]!.text === '(';
    return bracketed && !long.type && long.weight > 0;
  });
  return new Set(nameless.map((guess) => surfaceOf(layout, guess)));
}

/**
 * How people found by their full names are called later: "Katz", "Al-Khanjar", "bin Salman", or by their given names.
 */
function callsOf(layout: Layout, guesses: readonly Guess[], lexicon: Lexicon): Set<string> {
  const calls = new Set<string>();
  for (const guess of guesses) {
    if (guess.type !== 'person' || guess.weight < 0.7) continue;
    const words = wordsOf(layout, guess);
    if (words.length < 2) continue;
    calls.add(words[0]!.key).add(words.at(-1)!.key);
    for (let at = words.length - 2; at > 0 && lexicon.nameParticles.has(words[at]!.key); at -= 1) {
      calls.add(
        words
          .slice(at)
          .map(({ key }) => key)
          .join(' '),
      );
    }
  }
  return calls;
}

const wordsOf = ({ tokens }: Layout, { from, to }: Range): Token[] =>
  tokens.slice(from, to).filter(({ kind }) => kind !== 'mark');

/** How a name is compared: its words, folded. */
export const surfaceOf = (layout: Layout, range: Range): string =>
  wordsOf(layout, range)
    .map(({ key }) => key)
    .join(' ');
