import { setImmediate } from 'node:timers/promises';
import { UserError } from '../base/errors.ts';
import type { Entry } from './draft.ts';
import { type FoundArticle, found } from './found.ts';

interface Taken {
  readonly articles: readonly FoundArticle[];
  readonly problems: readonly string[];
  readonly refused: readonly RefusedPart[];
}

/** A file, or an entry of one, that no article was made of. */
export interface RefusedPart {
  /** "ports.jsonl, line 3". */
  readonly place: string;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly reason: string;
}

/** A log that names a hundred bad rows of one file helps nobody find the first. */
const PROBLEMS_SHOWN = 20;
/** Somebody may ask about any of them, but a file of 100,000 bad rows is one mistake. */
const REFUSED_KEPT = 100;
/** Milliseconds. The bot has to answer Discord within 3 s, also while it reads a file of 100,000 rows. */
const LONGEST_STRETCH = 20;

/** The articles that a file's entries make, and one sentence for each thing in them that could not be used. */
export async function taken(file: string, entries: Iterable<Entry>): Promise<Taken> {
  const articles = new Map<string, FoundArticle>();
  const problems: string[] = [];
  const refused: RefusedPart[] = [];
  let more = 0;
  let since = performance.now();

  for (const entry of entries) {
    const place = entry.where === undefined ? file : `${file}, ${entry.where}`;
    const { notes, refusal } = take(place, entry, articles);
    if (refusal && refused.length < REFUSED_KEPT) refused.push(refusal);
    for (const problem of refusal ? [skipped(place, refusal.reason)] : notes) {
      if (problems.length < PROBLEMS_SHOWN) problems.push(problem);
      else more += 1;
    }
    if (performance.now() - since > LONGEST_STRETCH) {
      await setImmediate();
      since = performance.now();
    }
  }
  if (more > 0) problems.push(`${file} has ${more} more problems like these.`);
  return { articles: [...articles.values()], problems, refused };
}

/** The sentence that says why a file, or one entry of it, is passed over. */
export function skipped(place: string, reason: string): string {
  return `${place} was skipped: ${reason}.`;
}

/** Makes an article of an entry, or says why not. */
function take(
  place: string,
  entry: Entry,
  articles: Map<string, FoundArticle>,
): { readonly notes: readonly string[]; readonly refusal?: RefusedPart } {
  const refused = (reason: string) => {
    const { title, url } = 'draft' in entry ? entry.draft : {};
    return { notes: [], refusal: { place, title, url, reason } };
  };
  if ('refused' in entry) return refused(entry.refused);
  try {
    const { article, notes } = found(entry.draft);
    if (articles.has(article.id)) return refused('the same article stands before it in this file');
    articles.set(article.id, article);
    return { notes: [...(entry.leftOut ?? []), ...notes].map((note) => `${place}: ${note}.`) };
  } catch (error) {
    if (error instanceof UserError) return refused(error.message);
    throw error;
  }
}
