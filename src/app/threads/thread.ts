import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, Worker } from 'node:worker_threads';
import { z } from 'zod';
import { messageOf, UserError } from '../../base/errors.ts';
import { ROOT } from '../../base/root.ts';

interface ThreadSettings {
  /** The file in this folder that calls `answerQuestions`. */
  readonly worker: string;
  /** What it does, for messages: "Reading". */
  readonly work: string;
  /** How long one question may take before the thread is killed, in milliseconds. */
  readonly patience: number;
  /** Why a question that takes longer is refused, where that is the question's own fault. */
  readonly tooLong?: string;
}

/** A thread that answers one question after another, in order. */
export interface Thread<Question, Answer> {
  /** Rejects with a UserError where the thread's function threw one. A question that takes too long harms no other. */
  ask(question: Question): Promise<Answer>;
  close(): Promise<void>;
}

interface Waiting<Question, Answer> {
  readonly question: Question;
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/** Word lists and parsers are tens of megabytes in memory: between refreshes the thread is let go. */
const IDLE_MS = 20_000;
/** Enough for the largest page; what needs more ends its thread and not the bot. */
const MEMORY_MB = 512;

const reply = z.union([z.object({ answer: z.unknown() }), z.object({ error: z.string(), refused: z.boolean() })]);

/** Starts the thread when it is needed, and again when one question has cost it its life. */
export function openThread<Question, Answer>({
  worker: file,
  work,
  patience,
  tooLong,
}: ThreadSettings): Thread<Question, Answer> {
  const queue: Waiting<Question, Answer>[] = [];
  let current: Waiting<Question, Answer> | undefined;
  let worker: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;

  const settle = (use: (waiting: Waiting<Question, Answer>) => void) => {
    clearTimeout(timer);
    const settled = current;
    current = undefined;
    if (settled) use(settled);
    next();
  };

  const end = (reason: Error) => {
    const ended = worker;
    worker = undefined;
    void ended?.terminate();
    settle(({ reject }) => reject(reason));
  };
  const late = () => (tooLong ? new UserError(tooLong) : new Error(`${work} took more than ${patience / 1000} s.`));

  const start = () => {
    // The build, also where the sources run as they are: Node 20 loads no TypeScript.
    const started = new Worker(pathToFileURL(join(ROOT, 'dist/src/app/threads', file)), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    started.on('message', (message: unknown) => {
      if (started !== worker) return;
      const said = reply.parse(message);
      if ('error' in said)
        settle(({ reject }) => reject(said.refused ? new UserError(said.error) : new Error(said.error)));
      else settle(({ resolve }) => resolve(said.answer as Answer));
    });
    started.on('error', (error) => started === worker && end(new Error(`${work} failed: ${error.message}`)));
    started.on('exit', () => started === worker && end(new Error(`${work} stopped.`)));
    started.unref();
    return started;
  };

  const next = () => {
    if (current) return;
    current = queue.shift();
    if (current) {
      timer = setTimeout(() => end(late()), patience);
      worker ??= start();
      worker.postMessage(current.question);
    } else if (worker) timer = setTimeout(() => end(new Error(`${work} was let go.`)), IDLE_MS).unref();
  };

  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        queue.push({ question, resolve, reject });
        if (!current) clearTimeout(timer);
        next();
      }),
    async close() {
      const stopping = new Error('Lede is stopping.');
      for (const { reject } of queue.splice(0)) reject(stopping);
      end(stopping);
      clearTimeout(timer);
    },
  };
}

/** The thread's side: answers every question by this function. */
export function answerQuestions<Question, Answer>(answer: (question: Question) => Answer): void {
  parentPort?.on('message', (question: Question) => {
    try {
      parentPort?.postMessage({ answer: answer(question) });
    } catch (error) {
      parentPort?.postMessage({ error: messageOf(error), refused: error instanceof UserError });
    }
  });
}
