import type { Article } from '../model/article.ts';
import type { Reading } from '../model/reading.ts';
import { loadLexicon } from '../read/lexicon.ts';
import { readArticle } from '../read/read.ts';

/** What the reader looks at. */
export type Readable = Pick<Article, 'title' | 'text' | 'language'>;

/** Reads articles, wherever that is done. */
export interface Reader {
  read(article: Readable): Promise<Reading>;
  close(): Promise<void>;
}

/** Reads on the spot: for tests and the command line, where nobody else waits. */
export function readHere(): Reader {
  const lexicon = loadLexicon();
  return { read: async (article) => readArticle(article, lexicon), close: async () => {} };
}
