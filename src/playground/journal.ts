import type { Log } from '../base/log.ts';

/** A line of the bot's log, as the page shows it. */
export interface Line {
  readonly at: string;
  readonly level: keyof Log;
  readonly message: string;
  /** The facts that go with it, in short. */
  readonly facts: string;
}

const KEPT = 200;
const LONGEST = 300;

/** The last lines of the bot's log, and whatever comes. */
export class Journal {
  readonly #now: () => Date;
  readonly #listeners = new Set<(line: Line) => void>();
  #lines: readonly Line[] = [];

  constructor(now: () => Date) {
    this.#now = now;
  }

  get lines(): readonly Line[] {
    return this.#lines;
  }

  /** Returns what ends the telling. */
  on(listener: (line: Line) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A log that writes to the given one and here. */
  beside(log: Log): Log {
    const both = (level: keyof Log): Log[typeof level] => {
      return (message, details = {}) => {
        log[level](message, details);
        this.#write({ at: this.#now().toISOString(), level, message, facts: told(details) });
      };
    };
    return { debug: log.debug, info: both('info'), warn: both('warn'), error: both('error') };
  }

  #write(line: Line): void {
    this.#lines = [...this.#lines, line].slice(-KEPT);
    for (const listener of [...this.#listeners]) listener(line);
  }
}

/** What was thrown is left out: its sentence stands in the message already. */
function told(details: object): string {
  const facts = Object.entries(details).filter(([name, value]) => name !== 'error' && value !== undefined);
  return facts
    .map(([name, value]) => `${name} ${JSON.stringify(value)}`)
    .join(', ')
    .slice(0, LONGEST);
}
