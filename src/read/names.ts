import type { EntityType } from '../model/reading.ts';
import { agreed } from './agreement.ts';
import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { runsOf } from './runs.ts';
import type { Range } from './tokens.ts';
import { namesOfRun } from './typing.ts';

/** A stretch of tokens that names a person, an organisation or a place. */
export interface Name extends Range {
  readonly type: EntityType;
}

/** Every name of a text, in order, none over another. A tagger can stand in for this function. */
export function findNames(layout: Layout, lexicon: Lexicon): Name[] {
  const guesses = runsOf(layout, lexicon).flatMap((run) => namesOfRun(layout, run, lexicon));
  return agreed(layout, guesses, lexicon);
}
