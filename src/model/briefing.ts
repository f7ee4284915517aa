import type { Edition, EditionEntry } from './edition.ts';
import type { Entity } from './entity.ts';
import type { EntityType } from './reading.ts';
import type { ListedArticle, Passage, QuoteInArticle, ReadArticle } from './story.ts';

/** One story of an edition with its articles at hand. */
export interface BriefedStory {
  readonly id: string;
  readonly lead: ReadArticle;
  /** Oldest first. */
  readonly sources: readonly ListedArticle[];
  readonly sentences: readonly Passage[];
  readonly quote?: QuoteInArticle;
  /** The people it names most. */
  readonly people: readonly string[];
  readonly entry: EditionEntry;
}

/** An edition with everything that is needed to draw it. */
export interface Briefing {
  readonly edition: Edition;
  readonly stories: readonly BriefedStory[];
  /** What heads the stories that go on without a new fact. */
  readonly developing: readonly ListedArticle[];
}

/** Somebody who appears in a story or beside somebody else, and in how many articles. */
export interface Companion {
  readonly entity: Entity;
  readonly articles: number;
}

/** What is known of one person, organisation or place. */
export interface Dossier {
  readonly entity: Entity;
  /** Each stated role once, the newest first. */
  readonly roles: readonly Passage[];
  /** The sentence that names them first in the newest article: what is shown where no role is stated. */
  readonly named?: Passage;
  readonly quotes: readonly QuoteInArticle[];
  readonly articles: readonly ReadArticle[];
  /** How many there are of each, where only the newest are listed. */
  readonly totals: { readonly quotes: number; readonly articles: number };
  readonly companions: readonly Companion[];
}

/** Who a typed name could be. */
export interface Candidate {
  readonly entity: Entity;
  /** A role, or the sentence that names them. */
  readonly known?: Passage;
}

/** A story whole. */
export interface StoryInFull {
  readonly id: string;
  /** Oldest first. */
  readonly articles: readonly ReadArticle[];
  readonly lead: ReadArticle;
  readonly summary: readonly Passage[];
  readonly quotes: readonly QuoteInArticle[];
  /** For a quote that outlets word differently, the other wordings, by the quote shown. */
  readonly otherWordings: ReadonlyMap<QuoteInArticle, readonly QuoteInArticle[]>;
  readonly people: readonly PersonInStory[];
}

/** Somebody in a story, with each role its articles state once, the oldest article's first. */
export interface PersonInStory extends Candidate {
  readonly roles: readonly Passage[];
}

export interface Hit {
  readonly article: ReadArticle;
  /** The sentence that matches; none where only the title does. */
  readonly sentence?: Passage;
}

/** How much a newsroom holds. */
export interface Counts {
  readonly articles: number;
  readonly stories: number;
  readonly quotes: number;
  readonly outlets: number;
  readonly named: Readonly<Record<EntityType, number>>;
  /** When the newest article was published, or first seen where it is undated. */
  readonly newest?: Date;
}
