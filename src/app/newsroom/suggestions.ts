/** One line of an autocomplete list: what is shown, and what the option's value becomes. */
export interface Suggestion {
  readonly name: string;
  readonly value: string;
}

/** What is offered while somebody types; with nothing typed, the most likely. */
export interface Suggestions {
  names(typed: string): Promise<readonly Suggestion[]>;
  speakers(typed: string): Promise<readonly Suggestion[]>;
  titles(typed: string): Promise<readonly Suggestion[]>;
  /** Titles of what was read, and of what was refused. */
  articles(typed: string): Promise<readonly Suggestion[]>;
  topics(typed: string): Promise<readonly Suggestion[]>;
  outlets(typed: string): Promise<readonly Suggestion[]>;
  zones(typed: string): Promise<readonly Suggestion[]>;
  follows(typed: string): Promise<readonly Suggestion[]>;
  feeds(typed: string): Promise<readonly Suggestion[]>;
  schedules(typed: string): Promise<readonly Suggestion[]>;
}

/** How many an option shows: Discord's limit. */
export const SUGGESTIONS = 25;
