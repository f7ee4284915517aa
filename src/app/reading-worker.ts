import { parentPort } from 'node:worker_threads';
import { messageOf } from '../base/errors.ts';
import { loadLexicon } from '../read/lexicon.ts';
import { readArticle } from '../read/read.ts';

/** The thread's side of reading-thread.ts: one article in, its reading or an error out. */
const lexicon = loadLexicon();

parentPort?.on('message', ({ number, title, text }: { number: number; title: string; text: string }) => {
  try {
    parentPort?.postMessage({ number, reading: readArticle({ title, text }, lexicon) });
  } catch (error) {
    parentPort?.postMessage({ number, error: messageOf(error) });
  }
});
