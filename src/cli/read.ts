import { basename, dirname, resolve } from 'node:path';
import { z } from 'zod';
import type { Reader } from '../app/threads/reader.ts';
import { readArticleFile } from '../intake/file.ts';
import type { Article } from '../model/article.ts';
import { readingCard } from '../render/reading.ts';
import { drawTerminal } from '../render/terminal.ts';
import { articleRowSchema, type BadRow, rowsIn } from './lines.ts';
import { readingRow } from './reading-row.ts';

const row = articleRowSchema.extend({ text: z.string() }).transform((given) => ({ ...given, id: String(given.id) }));

interface Output {
  readonly json: boolean;
  readonly colour: boolean;
  write(text: string): void;
}

/** `lede read`: what the reader finds in files, or in JSON Lines on standard input (`-`). A bad row gives a row with `error`. */
export async function read(sources: readonly string[], reader: Reader, output: Output): Promise<void> {
  for (const source of sources) {
    if (source === '-') for await (const article of rowsIn(row)) await show(article, reader, output);
    else await readFile(source, reader, output);
  }
}

type Parsed = Pick<Article, 'id' | 'title' | 'text'> | BadRow;

async function readFile(source: string, reader: Reader, output: Output): Promise<void> {
  const path = resolve(source);
  const { articles, problems } = await readArticleFile(dirname(path), basename(path));
  for (const article of articles) await show(article, reader, output);
  for (const error of problems) {
    if (output.json) output.write(`${JSON.stringify({ id: source, error })}\n`);
    else process.stderr.write(`${error}\n`);
  }
}

async function show(article: Parsed, reader: Reader, output: Output): Promise<void> {
  if ('error' in article) {
    output.write(output.json ? `${JSON.stringify(article)}\n` : `${article.error}\n`);
    return;
  }
  const reading = await reader.read(article);
  if (output.json) output.write(`${JSON.stringify(readingRow(article.id, article.text, reading))}\n`);
  else output.write(`${drawTerminal(readingCard(article, reading), { colour: output.colour, zone: 'UTC' })}\n`);
}
