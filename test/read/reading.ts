import { readFileSync } from 'node:fs';
import { type Span, slice } from '../../src/model/span.ts';
import { loadKnowledge } from '../../src/read/knowledge.ts';
import { readArticle } from '../../src/read/read.ts';

export const knowledge = loadKnowledge();
export const { lexicon } = knowledge;

export const read = (text: string, title = '') => readArticle({ title, text }, knowledge);

export const words = (text: string, spans: readonly Span[]) => spans.map((span) => slice(text, span));

/** Each quote's words and its speakers; null where none is given. */
export const quotesIn = (text: string) =>
  read(text).quotes.map(({ words: span, speaker }) => [slice(text, span), speaker?.names ?? null]);

/** The local words for whoever says the last quote. */
export function speakerIn(text: string): string | null {
  const speaker = read(text).quotes.at(-1)!.speaker;
  return speaker ? slice(text, speaker.mention) : null;
}

/** Names of one type, in the order of their first mention. */
export const namesIn = (text: string, type: 'person' | 'organization' | 'place') =>
  read(text)
    .entities.filter((entity) => entity.type === type)
    .map(({ name }) => name);

/** The file of articles that ships. */
export const seedFile = () =>
  readFileSync(new URL('../../data/articles/000_c016ff0afc35540a.txt', import.meta.url), 'utf8');
