import { setImmediate } from 'node:timers/promises';
import { UserError } from '../base/errors.ts';
import type { Entry } from './draft.ts';
import { type FoundArticle, found } from './found.ts';

interface Taken {
  readonly articles: readonly FoundArticle[];
  readonly problems: readonly string[];
}

/** A log that names a hundred bad rows of one file helps nobody find the first. */
const PROBLEMS_SHOWN = 20;
/** Milliseconds. The bot has to answer Discord within 3 s, also while it reads a file of 100,000 rows. */
const LONGEST_STRETCH = 20;

/** The articles that a file's entries make, and one sentence for each thing in them that could not be used. */
export async function taken(file: string, entries: Iterable<Entry>): Promise<Taken> {
  const articles = new Map<string, FoundArticle>();
  const problems: string[] = [];
  let more = 0;
  let since = performance.now();

  for (const entry of entries) {
    const place = entry.where === undefined ? file : `${file}, ${entry.where}`;
    for (const problem of take(place, entry, articles)) {
      if (problems.length < PROBLEMS_SHOWN) problems.push(problem);
      else more += 1;
    }
    if (performance.now() - since > LONGEST_STRETCH) {
      await setImmediate();
      since = performance.now();
    }
  }
  if (more > 0) problems.push(`${file} has ${more} more problems like these.`);
  return { articles: [...articles.values()], problems };
}

/** The sentence that says why a file, or one entry of it, is passed over. */
export function skipped(place: string, reason: string): string {
  return `${place} was skipped: ${reason}.`;
}

function take(place: string, entry: Entry, articles: Map<string, FoundArticle>): string[] {
  if ('refused' in entry) return [skipped(place, entry.refused)];
  try {
    const { article, notes } = found(entry.draft);
    if (articles.has(article.id)) return [skipped(place, 'the same article stands before it in this file')];
    articles.set(article.id, article);
    return [...(entry.leftOut ?? []), ...notes].map((note) => `${place}: ${note}.`);
  } catch (error) {
    if (error instanceof UserError) return [skipped(place, error.message)];
    throw error;
  }
}
