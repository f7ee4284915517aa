import type { Passage } from '../model/story.ts';
import type { Ask } from '../model/view.ts';

/**
 * A run of text on a card. A plain string is never markup: whoever draws it escapes it. Article words come as a
 * `verbatim` passage and are cut out of the article only when drawn, so a card cannot hold words no article has.
 */
export type Inline =
  | string
  | { readonly bold: readonly Inline[] }
  | { readonly link: string; readonly label: readonly Inline[]; readonly passage?: Passage }
  | { readonly time: Date; readonly as: 'date' | 'ago' | 'moment' }
  | { readonly verbatim: Passage }
  /** Our own mention of a channel or role; drawn, but nobody is notified. */
  | { readonly mention: 'channel' | 'role'; readonly id: string }
  | { readonly code: string };

export type Line = readonly Inline[];

/** A line or paragraph and how it is set. `quote` is set apart, `small` is subdued. */
export type Block =
  | { readonly title: Line }
  | { readonly heading: Line }
  | { readonly text: Line }
  | { readonly small: Line }
  | { readonly bullet: Line }
  | { readonly quote: Line };

export interface Button {
  readonly label: string;
  readonly ask: Ask;
}

export interface Choice {
  readonly label: string;
  readonly description?: string;
  readonly ask: Ask;
}

/** What belongs together and stays on one page. */
export interface Entry {
  readonly blocks: readonly Block[];
  readonly buttons?: readonly Button[];
  /** Its lines in the card's menu. */
  readonly choices?: readonly Choice[];
}

/** A file sent along with a card. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A reply before it is cut into pages: for Discord as well as for a terminal. */
export interface Card {
  /** On every page. */
  readonly head: readonly Block[];
  readonly entries: readonly Entry[];
  /** On every page, subdued. */
  readonly foot: readonly Block[];
  /** Entries to a page at the most. */
  readonly perPage: number;
  /** What the menu of the entries' choices says before one is made. */
  readonly menu?: string;
  readonly buttons?: readonly Button[];
  /** The edition shown: its pages stay what they are whatever news comes in. */
  readonly edition?: string;
  readonly attachment?: Attachment;
}

/** What a command answers. */
export interface Reply {
  readonly card: Card;
  /** The same answer for machines, a JSON object each. */
  readonly rows: readonly object[];
  /** Shown to the asker alone. */
  readonly private?: boolean;
}

/** A card of a sentence or two. */
export function notice(...lines: readonly Line[]): Card {
  return { head: lines.map((text) => ({ text })), entries: [], foot: [], perPage: 1 };
}
