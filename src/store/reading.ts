import { z } from 'zod';
import type { Caption } from '../model/article.ts';
import { ENTITY_TYPES, type Reading } from '../model/reading.ts';
import { parseStored } from './stored-json.ts';

const span = z
  .object({ start: z.int().nonnegative(), end: z.int() })
  .refine(({ start, end }) => start <= end, 'ends before it starts');

const speaker = z.object({
  mention: span,
  names: z.array(z.string()),
  entities: z.array(z.int().nonnegative()),
  found: z.enum(['explicit', 'pronoun', 'carried']),
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
  const within = readingSchema.refine((reading) => ends(reading) <= row.text.length, 'a span ends after the text');
  const reading = parseStored(within, row.reading, `The reading of ${which}`);
  return {
    reading,
    entities: parseStored(idsSchema.length(reading.entities.length), row.entities, `The list of entities of ${which}`),
    captions: parseStored(captionsSchema, row.captions, `The captions of ${which}`),
  };
}

/** Where the last span of a reading ends. */
function ends({ sentences, summary, quotes, entities }: Reading): number {
  const spans = [
    ...sentences,
    ...summary,
    ...quotes.flatMap(({ words, sentence, cue, speaker }) => [words, sentence, cue, speaker?.mention]),
    ...entities.flatMap(({ mentions, roles }) => [...mentions, ...roles]),
  ];
  return spans.reduce((last, span) => Math.max(last, span?.end ?? 0), 0);
}
