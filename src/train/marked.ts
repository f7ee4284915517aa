import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { messageOf, UserError } from '../base/errors.ts';
import { ENTITY_TYPES, type EntityType } from '../model/reading.ts';
import type { Layout } from '../read/layout.ts';
import type { Lexicon } from '../read/lexicon.ts';
import { isGivenName } from '../read/words.ts';

/** A text in which people have marked the names. Offsets count UTF-16 units; other types than Lede's are left out. */
export interface Marked {
  readonly text: string;
  readonly names: readonly { readonly start: number; readonly end: number; readonly type: EntityType }[];
}

const isType = (type: string): type is EntityType => (ENTITY_TYPES as readonly string[]).includes(type);

const rowSchema = z
  .object({
    text: z.string(),
    entities: z.array(z.object({ start: z.int(), end: z.int(), type: z.string() })),
  })
  .transform(
    ({ text, entities }): Marked => ({
      text,
      names: entities.flatMap(({ start, end, type }) => (isType(type) ? [{ start, end, type }] : [])),
    }),
  );

/** Every text of a folder's `.jsonl` files, but those whose names begin with a word of `without`; by file name, then in order. */
export function readMarked(
  folder: string,
  without: readonly string[],
): { readonly files: string[]; readonly texts: Marked[] } {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl') && !without.some((word) => name.startsWith(word)))
    .sort();
  if (files.length === 0) throw new UserError(`${folder} holds no .jsonl file to train on.`);
  const texts = files.flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .flatMap((line, index) => (line.trim() === '' ? [] : [rowOf(line, `${name}, line ${index + 1}`)])),
  );
  return { files, texts };
}

function rowOf(line: string, where: string): Marked {
  try {
    return rowSchema.parse(JSON.parse(line));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error).replaceAll('\n', ' ') : messageOf(error);
    throw new UserError(`${where} is no marked text {"text", "entities": [{"start", "end", "type"}]}: ${why}`);
  }
}

/** The marked names by the tokens they cover, "from-to", as Lede cuts names: without article and title. */
export function marksOf(layout: Layout, { names }: Marked, lexicon: Lexicon): Map<string, EntityType> {
  const { tokens } = layout;
  const beginning = new Map(tokens.map(({ start }, index) => [start, index]));
  const ending = new Map(tokens.map(({ end }, index) => [end, index + 1]));
  const marks = new Map<string, EntityType>();
  for (const { start, end, type } of names) {
    let from = beginning.get(start);
    const to = ending.get(end);
    if (from === undefined || to === undefined) continue;
    while (from < to - 1 && isLeftOut(layout, from, type, lexicon)) from += 1;
    marks.set(`${from}-${to}`, type);
  }
  return marks;
}

function isLeftOut({ tokens }: Layout, at: number, type: EntityType, lexicon: Lexicon): boolean {
  const token = tokens[at]!;
  if (token.key === 'the') return true;
  if (type !== 'person' || isGivenName(token, lexicon)) return false;
  return token.text === '.' || lexicon.titles.has(token.key) || lexicon.offices.has(token);
}
