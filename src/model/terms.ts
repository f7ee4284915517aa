/** What an article is about: terms by their hash, each with how much the article makes of it. */
export type Terms = ReadonlyMap<number, number>;

/** How common terms are: how many of so many articles hold each. */
export interface Commonness {
  readonly articles: number;
  holders(term: number): number;
}

/** A listed article that a new one may tell a story with. */
export interface StoryMember {
  readonly id: string;
  readonly storyId: string;
  /** The first article of the text it has: its own id, unless it is a near-copy. */
  readonly copyOf: string;
  readonly datedAt: Date;
  readonly terms: Terms;
}
