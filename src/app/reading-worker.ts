import { parentPort } from 'node:worker_threads';
import { messageOf } from '../base/errors.ts';
import { loadLexicon } from '../read/lexicon.ts';
import { readArticle } from '../read/read.ts';
import type { Reader } from './reader.ts';

/** The thread's side of reading-thread.ts: one article in, its reading or an error out. */
const lexicon = loadLexicon();

parentPort?.on('message', ({ number, ...article }: { number: number } & Parameters<Reader['read']>[0]) => {
  try {
    parentPort?.postMessage({ number, reading: readArticle(article, lexicon) });
  } catch (error) {
    parentPort?.postMessage({ number, error: messageOf(error) });
  }
});
