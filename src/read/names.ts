import type { EntityType } from '../model/reading.ts';
import type { Knowledge } from './knowledge.ts';
import type { Layout } from './layout.ts';
import { settled } from './settle.ts';
import { weighed } from './tagger.ts';
import type { Range } from './tokens.ts';

/** A stretch of tokens that names a person, an organisation or a place. */
export interface Name extends Range {
  readonly type: EntityType;
}

/**
 * Every name of a text, in order, none over another: the rules say what a run of capitalised words may hold, the tagger
 * weighs it, and the text as a whole settles it.
 */
export function findNames(layout: Layout, { lexicon, tagger }: Knowledge): Name[] {
  return settled(layout, weighed(layout, lexicon, tagger), lexicon);
}
