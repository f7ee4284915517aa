import { basename, dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Reader } from '../app/reader.ts';
import { messageOf } from '../base/errors.ts';
import { readArticleFile } from '../intake/file.ts';
import type { Article } from '../model/article.ts';
import { readingCard } from '../render/reading.ts';
import { drawTerminal } from '../render/terminal.ts';
import { readingRow } from './reading-row.ts';

const row = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  title: z
    .string()
    .nullish()
    .transform((title) => title ?? ''),
  text: z.string(),
});

interface Output {
  readonly json: boolean;
  readonly colour: boolean;
  write(text: string): void;
}

/** `lede read`: what the reader finds in files, or in JSON Lines on standard input (`-`). A bad row gives a row with `error`. */
export async function read(sources: readonly string[], reader: Reader, output: Output): Promise<void> {
  for (const source of sources) {
    if (source === '-') await readLines(reader, output);
    else await readFile(source, reader, output);
  }
}

async function readLines(reader: Reader, output: Output): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    await show(parse(line.replace(/^\uFEFF/, ''), number), reader, output);
  }
}

type Parsed = Pick<Article, 'id' | 'title' | 'text'> | { readonly id: string; readonly error: string };

function parse(line: string, number: number): Parsed {
  try {
    return row.parse(JSON.parse(line));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error).replaceAll('\n', ' ') : messageOf(error);
    return { id: idIn(line) ?? `line ${number}`, error: `Line ${number} is no article: ${why}` };
  }
}

/** The id of a row that is otherwise bad, so that its answer can be matched with it. */
function idIn(line: string): string | undefined {
  try {
    return row.pick({ id: true }).parse(JSON.parse(line)).id;
  } catch {
    return undefined;
  }
}

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
