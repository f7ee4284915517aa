import { z } from 'zod';
import type { Caption } from '../../model/article.ts';
import { ENTITY_TYPES, type Reading } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import { parseStored } from '../stored-json.ts';

const span = z.object({ start: z.int().nonnegative(), end: z.int() });

const speaker = z.object({
  mention: span,
  names: z.array(z.string()),
  entities: z.array(z.int().nonnegative()),
  found: z.enum(['explicit', 'pronoun', 'carried', 'none']),
});

const quote = z.object({
  words: span,
  sentence: span,
  cue: span.exactOptional(),
  speaker: speaker.exactOptional(),
});

const entity = z.object({
  name: z.string(),
  type: z.enum(ENTITY_TYPES),
  aliases: z.array(z.string()),
  mentions: z.array(span),
  roles: z.array(span),
});

/** A reading as it is stored beside its text. */
const readingSchema: z.ZodType<Reading> = z.object({
  language: z.string().exactOptional(),
  sentences: z.array(span),
  summary: z.array(span),
  quotes: z.array(quote),
  entities: z.array(entity),
});

const captionsSchema: z.ZodType<Caption[]> = z.array(
  z.object({ text: z.string(), credit: z.string().exactOptional() }),
);
const idsSchema = z.array(z.string());

interface Stored {
  readonly article_id: string;
  readonly version: number;
  readonly text: string;
  readonly reading: string;
  readonly captions: string;
  readonly entities: string;
}

/** What was stored beside a text. @throws Error naming the article where the row was damaged */
export function parseReading(row: Stored): { reading: Reading; captions: readonly Caption[]; entities: string[] } {
  const which = `article ${row.article_id}, version ${row.version},`;
  const reading = parseStored(readingSchema, row.reading, `The reading of ${which}`);
  const outside = spansOf(reading).find(({ start, end }) => start > end || end > row.text.length);
  if (outside)
    throw new Error(`The reading of ${which} is damaged in the database: its text has no span ${show(outside)}`);

  const entities = parseStored(idsSchema, row.entities, `The list of entities of ${which}`);
  if (entities.length !== reading.entities.length) {
    throw new Error(`The list of entities of ${which} is damaged in the database: it is not as long as the reading's`);
  }
  return { reading, entities, captions: parseStored(captionsSchema, row.captions, `The captions of ${which}`) };
}

const show = ({ start, end }: Span): string => `${start}-${end}`;

function spansOf({ sentences, summary, quotes, entities }: Reading): Span[] {
  const said = quotes.flatMap(({ words, sentence, cue, speaker }) => [words, sentence, cue, speaker?.mention]);
  const named = entities.flatMap(({ mentions, roles }) => [...mentions, ...roles]);
  return [...sentences, ...summary, ...said, ...named].filter((each) => each !== undefined);
}
