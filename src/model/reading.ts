import type { Span } from './span.ts';

export const ENTITY_TYPES = ['person', 'organization', 'place'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** A person, organisation or place as one article names it. */
export interface LocalEntity {
  /** The fullest form the article gives, word for word. */
  readonly name: string;
  readonly type: EntityType;
  /** The other forms it gives ("Al-Khanjar"), word for word, without repeats. */
  readonly aliases: readonly string[];
  /** Every place that names it, in order. */
  readonly mentions: readonly Span[];
  /** Where its role is stated ("Foreign Minister"), in order, the best first. */
  readonly roles: readonly Span[];
}

/**
 * How a speaker was found: named in the sentence, through a pronoun or "the source", or carried on from the quote
 * before. None: the sentence has a speaker ("he"), but the text does not tell whom it means.
 */
export type Found = 'explicit' | 'pronoun' | 'carried' | 'none';

export interface Speaker {
  /** The local words: "he", "the minister", "Saad Al-Mohammadi". */
  readonly mention: Span;
  /** Full names, one for each speaker; the local words where nobody is named ("a government source"). Empty for none. */
  readonly names: readonly string[];
  /** Places in `Reading.entities`, for those of `names` that are known there. */
  readonly entities: readonly number[];
  readonly found: Found;
}

/** Words in quotation marks that somebody said. */
export interface Quote {
  /** The words, without their quotation marks. */
  readonly words: Span;
  /** The sentence or sentences around them. */
  readonly sentence: Span;
  /** The verb or phrase that attributes them: "said", "according to". */
  readonly cue?: Span;
  /** Left out where the article does not say, or Lede cannot tell, who spoke. */
  readonly speaker?: Speaker;
}

/** What the reader found in one article. */
export interface Reading {
  /** What the text is written in (BCP 47); left out where it is too short to tell, which is read as English. */
  readonly language?: string;
  readonly sentences: readonly Span[];
  readonly summary: readonly Span[];
  readonly quotes: readonly Quote[];
  readonly entities: readonly LocalEntity[];
}

/** Whether Lede reads a language beyond its sentences: English, of any country. */
export const isReadLanguage = (language: string | undefined): boolean =>
  language === undefined || language === 'en' || language.startsWith('en-');
