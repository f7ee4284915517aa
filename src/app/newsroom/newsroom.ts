import type { Asker } from '../../model/asker.ts';
import type { Briefing, Candidate, Counts, Dossier, Hit, StoryInFull } from '../../model/briefing.ts';
import type { Fate, RefusedFate } from '../../model/fate.ts';
import type { Passage, QuoteInArticle, ReadArticle } from '../../model/story.ts';
import type { FeedDesk } from '../feeds/desk.ts';
import type { FollowDesk } from '../follows/desk.ts';
import type { ScheduleDesk } from '../schedules/desk.ts';
import type { Suggestions } from './suggestions.ts';

export const WINDOWS = { '24h': 24, '3d': 72, '7d': 168, all: undefined } as const;
/** How far back `/brief` looks. */
export type Since = keyof typeof WINDOWS;

export interface BriefWish {
  readonly topic?: string | undefined;
  readonly since?: Since | undefined;
}

export interface QuotesWish {
  readonly speaker?: string | undefined;
  readonly about?: string | undefined;
  readonly days?: number | undefined;
}

export interface SearchWish {
  readonly words: string;
  readonly outlet?: string | undefined;
  readonly days?: number | undefined;
}

/** Who a name means: one, several to choose from, or nobody known, with names that are near. */
export type Identified =
  | { readonly kind: 'one'; readonly dossier: Dossier }
  | { readonly kind: 'several' | 'none'; readonly candidates: readonly Candidate[] };

/**
 * Everything a command may ask for: the corridor between the rooms, opened for one Asker. A name or title of the form
 * `#id` means that very entity or story; buttons use it.
 */
export interface Newsroom {
  readonly asker: Asker;
  /** When it was asked. What came in later is no part of the answer, so that pages of a reply stay what they are. */
  readonly askedAt: Date;
  brief(wish: BriefWish): Promise<Briefing>;
  /** @throws UserError where no article has such a title. */
  story(title: string): Promise<StoryInFull>;
  /** The quote a button names, `article@version:place`, and the paragraph around it. */
  quoteInContext(reference: string): Promise<{ readonly quoted: QuoteInArticle; readonly paragraph: Passage }>;
  who(name: string): Promise<Identified>;
  /** `speaker` comes back with the full name; @throws UserError where nobody is known by it, or several are. */
  quotes(wish: QuotesWish): Promise<{ quotes: readonly QuoteInArticle[]; total: number; speaker?: string }>;
  search(wish: SearchWish): Promise<{ readonly hits: readonly Hit[]; readonly total: number }>;
  /** What happened to the article of a link or title, taken in or refused. @throws UserError where none is known */
  why(article: string): Promise<Fate | RefusedFate>;
  /**
   * The article of a web page: as it is known here, else fetched and read now, and not kept.
   * @throws UserError that says why it was not, or that this member has asked for too many
   */
  page(link: string): Promise<ReadArticle>;
  counts(): Promise<Counts>;
  readonly suggest: Suggestions;
  readonly schedules: ScheduleDesk;
  readonly feeds: FeedDesk;
  readonly follows: FollowDesk;
}

/** Opens the newsroom for somebody; `pinned` is what a button of an earlier reply was made with. */
export type OpenNewsroom = (asker: Asker, pinned?: Pinned) => Newsroom;

export interface Pinned {
  readonly askedAt: Date;
  readonly edition?: string | undefined;
}
