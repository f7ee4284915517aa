import type { Span } from '../model/span.ts';
import { slice } from '../model/span.ts';
import type { ReadArticle } from '../model/story.ts';
import { tellingWords } from './words.ts';

/** A sentence of whose telling words this share stands in one sentence of an earlier article tells nothing new. */
const TOLD = 0.7;

/** The first of these sentences that no earlier article of the story has told, if any. */
export function newFact(
  article: ReadArticle,
  sentences: readonly Span[],
  earlier: readonly ReadArticle[],
): Span | undefined {
  const told = earlier.flatMap((other) =>
    other.reading.sentences.map((span) => new Set(tellingWords(slice(other.text, span)))),
  );
  return sentences.find((span) => {
    const words = new Set(tellingWords(slice(article.text, span)));
    return words.size > 0 && !told.some((known) => shared(words, known) >= TOLD * words.size);
  });
}

function shared(words: ReadonlySet<string>, known: ReadonlySet<string>): number {
  let both = 0;
  for (const word of words) if (known.has(word)) both += 1;
  return both;
}
