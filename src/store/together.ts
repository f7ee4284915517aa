import { setTimeout } from 'node:timers/promises';
import type { Database, Store } from './store.ts';

/** Milliseconds for which a change waits for others. */
const GATHERED_FOR = 20;

interface Waiting {
  readonly change: (tx: Database) => Promise<unknown>;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Changes that come at about the same time are made in one transaction, for each commit waits for the disk, and nothing
 * else is done meanwhile. Where one of them fails, each is made again in a transaction of its own.
 */
export function gathering(write: Database): Store['together'] {
  let waiting: Waiting[] = [];
  const makeAll = async () => {
    await setTimeout(GATHERED_FOR);
    const gathered = waiting;
    waiting = [];
    try {
      const results = await write.transaction().execute(async (tx) => {
        const made: unknown[] = [];
        for (const { change } of gathered) made.push(await change(tx));
        return made;
      });
      for (const [at, { resolve }] of gathered.entries()) resolve(results[at] as never);
    } catch (error) {
      if (gathered.length === 1) gathered[0]!.reject(error);
      else
        for (const each of gathered)
          await write
            .transaction()
            .execute(each.change)
            .then(each.resolve as never, each.reject);
    }
  };
  return (change) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ change, resolve, reject }) === 1) void makeAll();
    });
}
