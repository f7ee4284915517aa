import type { Article } from '../model/article.ts';
import type { Reading } from '../model/reading.ts';
import { loadLexicon } from '../read/lexicon.ts';
import { readArticle } from '../read/read.ts';

/** Reads articles, wherever that is done. */
export interface Reader {
  read(article: Pick<Article, 'title' | 'text' | 'language'>): Promise<Reading>;
  close(): Promise<void>;
}

/** Reads on the spot: for tests and the command line, where nobody else waits. */
export function readHere(): Reader {
  const lexicon = loadLexicon();
  return { read: async (article) => readArticle(article, lexicon), close: async () => {} };
}
