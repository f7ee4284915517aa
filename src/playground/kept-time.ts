import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MovableClock } from '../base/movable-clock.ts';

/**
 * The playground's clock, as far ahead as it was when it stopped: its database has posts of that time, and would wait
 * in silence until the machine's own clock had caught up.
 */
export function openKeptClock(dataDir: string): { readonly clock: MovableClock; close(): void } {
  const file = join(dataDir, 'playground.clock');
  const clock = new MovableClock(aheadIn(file));
  return { clock, close: () => writeFileSync(file, `${clock.ahead}\n`) };
}

function aheadIn(file: string): number {
  try {
    const ahead = Number(readFileSync(file, 'utf8'));
    return Number.isFinite(ahead) ? Math.max(0, ahead) : 0;
  } catch {
    return 0;
  }
}
