import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Reading } from '../model/reading.ts';
import type { Reader } from './reader.ts';

/** A long article takes a second or two; one that takes this long would hold up all others. */
const PATIENCE_MS = 60_000;
/** Word lists are tens of megabytes in memory: between refreshes the thread is let go. */
const IDLE_MS = 20_000;

const answer = z.object({ number: z.int(), reading: z.custom<Reading>().optional(), error: z.string().optional() });

interface Waiting {
  readonly resolve: (reading: Reading) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** Reads in a thread of its own, so that a long text never holds up an answer. Started when needed, killed when stuck. */
export function readInThread(): Reader {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;

  const end = (reason: string) => {
    void worker?.terminate();
    worker = undefined;
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(new Error(reason));
    }
    waiting.clear();
  };

  const settle = (message: unknown) => {
    const { number, reading, error } = answer.parse(message);
    const asked = waiting.get(number);
    if (!asked) return;
    waiting.delete(number);
    clearTimeout(asked.timer);
    if (reading) asked.resolve(reading);
    else asked.reject(new Error(error ?? 'The reader gave no reading.'));
    if (waiting.size === 0) idle = setTimeout(() => end('The reader was let go.'), IDLE_MS).unref();
  };

  const start = () => {
    const started = new Worker(new URL('./reading-worker.js', import.meta.url));
    started.on('message', settle);
    started.on('error', (error) => started === worker && end(`The reader failed: ${error.message}`));
    started.on('exit', () => started === worker && end('The reader stopped.'));
    started.unref();
    return started;
  };

  return {
    read(article) {
      clearTimeout(idle);
      worker ??= start();
      last += 1;
      const number = last;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => end(`Reading took more than ${PATIENCE_MS / 1000} s.`), PATIENCE_MS);
        waiting.set(number, { resolve, reject, timer });
        const { title, text, language } = article;
        worker?.postMessage({ number, title, text, language });
      });
    },
    async close() {
      clearTimeout(idle);
      end('Lede is stopping.');
    },
  };
}
