import { createInterface } from 'node:readline';
import { z } from 'zod';
import { messageOf } from '../base/errors.ts';

/** A row's id, echoed as it was given. */
const idSchema = z.union([z.string(), z.number()]);
const identified = z.object({ id: idSchema });

/** What every row of an article has; a title that is missing is an empty one. */
export const articleRowSchema = identified.extend({
  title: z
    .string()
    .nullish()
    .transform((title) => title ?? ''),
});

export interface BadRow {
  readonly id: z.infer<typeof idSchema>;
  readonly error: string;
}

/** The rows of JSON Lines on standard input; for a bad one, its id where it has one, and what is wrong in a sentence. */
export async function* rowsIn<T>(schema: z.ZodType<T>): AsyncGenerator<T | BadRow> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() !== '') yield parse(line.replace(/^\uFEFF/, ''), number, schema);
  }
}

function parse<T>(line: string, number: number, schema: z.ZodType<T>): T | BadRow {
  try {
    return schema.parse(JSON.parse(line));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error).replaceAll('\n', ' ') : messageOf(error);
    return { id: idIn(line) ?? `line ${number}`, error: `Line ${number} is no article: ${why}` };
  }
}

/** The id of a row that is otherwise bad, so that its answer can be matched with it. */
function idIn(line: string): BadRow['id'] | undefined {
  try {
    return identified.parse(JSON.parse(line)).id;
  } catch {
    return undefined;
  }
}
