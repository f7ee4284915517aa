import type { Reading } from '../../model/reading.ts';
import type { Readable, Reader } from './reader.ts';
import { openThread } from './thread.ts';

/** A long article takes a second or two; one that takes this long would hold up all others. Milliseconds. */
const PATIENCE = 60_000;

/** Reads in a thread of its own, so that a long text never holds up an answer. */
export function readInThread(): Reader {
  const thread = openThread<Readable, Reading>({ worker: 'reading-worker.js', work: 'Reading', patience: PATIENCE });
  return {
    read: ({ title, text, language }) => thread.ask({ title, text, ...(language && { language }) }),
    close: () => thread.close(),
  };
}
