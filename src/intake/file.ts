import { extname } from 'node:path';
import { UserError } from '../base/errors.ts';
import { readBytes } from './bytes.ts';
import { cleanLine, cleanText } from './clean.ts';
import { decode } from './decode.ts';
import type { Draft, Entry } from './draft.ts';
import { readDump } from './dump.ts';
import type { FoundArticle } from './found.ts';
import { readPlain } from './plain.ts';
import { readJson, readJsonLines } from './records.ts';
import { type RefusedPart, skipped, taken } from './taken.ts';

export interface FileOutcome {
  /** Relative to the folder. */
  readonly file: string;
  readonly articles: readonly FoundArticle[];
  /** One sentence for each thing that could not be used, naming the file. */
  readonly problems: readonly string[];
  /** The whole file, or those of its entries, that could not be used. */
  readonly refused: readonly RefusedPart[];
}

const READERS: Readonly<Record<string, (text: string) => Iterable<Entry> | Promise<Iterable<Entry>>>> = {
  '.txt': (text) => readText(cleanText(text)),
  '.md': async (text) => {
    // What reads YAML is loaded where there is some.
    const { readMarkdown } = await import('./markdown.ts');
    return [readMarkdown(cleanText(text))];
  },
  '.json': readJson,
  '.jsonl': readJsonLines,
};

/** Whether a file's name ends as those do that hold articles. */
export const isArticleFile = (name: string): boolean => extname(name).toLowerCase() in READERS;

/** The articles of one file of the folder. Whatever it holds, nothing is thrown: the outcome names the problems. */
export async function readArticleFile(folder: string, name: string): Promise<FileOutcome> {
  const shown = cleanLine(name);
  try {
    const read = READERS[extname(name).toLowerCase()];
    if (!read) throw new UserError('its name does not end in .txt, .md, .json or .jsonl');
    const text = decode(await readBytes(folder, name));
    if (text.trim() === '') throw new UserError('it is empty');
    return { file: name, ...(await taken(shown, await read(text))) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message: reason } = error;
    return { file: name, articles: [], problems: [skipped(shown, reason)], refused: [{ place: shown, reason }] };
  }
}

function readText(text: string): Entry[] {
  const drafts: readonly Draft[] = readDump(text) ?? [readPlain(text)];
  if (drafts.length === 1) return drafts.map((draft) => ({ draft }));
  return drafts.map((draft, index) => ({ where: `article ${index + 1}`, draft }));
}
