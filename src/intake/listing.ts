import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isArticleFile } from './file.ts';
import { reasonOf } from './reason.ts';

export interface Listing {
  /** Paths relative to the folder, with `/`. */
  readonly files: readonly string[];
  /** What could not be looked into just now: '' for the folder itself, `wire/` for one inside. */
  readonly unread: readonly string[];
  readonly problems: readonly string[];
}

/** Deeper than anyone files news, and shallow enough for a folder that was mounted into itself. */
const DEEPEST = 8;

/** The folder's own description is no news. */
const README = /^readme\./i;

/** Every article file of a folder, and of `under` and below only: '' or a path that ends in `/`. */
export async function listFolder(folder: string, under = '', depth = 0): Promise<Listing> {
  if (depth > DEEPEST) {
    return unlisted(under, `${under} was skipped: it is more than ${DEEPEST} folders deep.`);
  }
  const entries = await readdir(join(folder, under), { withFileTypes: true }).catch(reasonOf);
  if (typeof entries === 'string') {
    return unlisted(under, `The article folder ${join(folder, under)} (LEDE_ARTICLES) cannot be read: ${entries}.`);
  }

  const shown = entries.filter(({ name }) => !name.startsWith('.') && !README.test(name));
  // A folder with a file's name is listed as a file, so that whoever reads it is told what it is.
  const files = shown.filter(({ name }) => isArticleFile(name)).map(({ name }) => under + name);
  const folders = shown.filter((entry) => entry.isDirectory() && !isArticleFile(entry.name));
  const inside = await Promise.all(folders.map(({ name }) => listFolder(folder, `${under}${name}/`, depth + 1)));
  return {
    files: [...files, ...inside.flatMap((listing) => listing.files)],
    unread: inside.flatMap((listing) => listing.unread),
    problems: inside.flatMap((listing) => listing.problems),
  };
}

function unlisted(under: string, problem: string): Listing {
  return { files: [], unread: [under], problems: [problem] };
}
