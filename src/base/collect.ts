import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Collects garbage, once the program has what it needs. Where memory is plenty V8 lets a heap grow by hundreds of
 * megabytes before its first full collection; after one it keeps to some multiple of what is alive. Measured under fifty
 * calls a second: 180 MB resident instead of 260 after half a minute, and growing.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
}
