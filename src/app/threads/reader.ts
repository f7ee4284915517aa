import type { Article } from '../../model/article.ts';
import type { Reading } from '../../model/reading.ts';
import { loadKnowledge } from '../../read/knowledge.ts';
import { readArticle } from '../../read/read.ts';

/** What the reader looks at. */
export type Readable = Pick<Article, 'title' | 'text' | 'language'>;

/** Reads articles, wherever that is done. */
export interface Reader {
  read(article: Readable): Promise<Reading>;
  close(): Promise<void>;
}

/** Reads on the spot: for tests and the command line, where nobody else waits. */
export function readHere(model?: string, options: { readonly sentences?: number } = {}): Reader {
  const knowledge = loadKnowledge(model);
  return { read: async (article) => readArticle(article, knowledge, options), close: async () => {} };
}
