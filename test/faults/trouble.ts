import { setTimeout as sleep } from 'node:timers/promises';
import type { StandIn } from '../../src/standin/standin.ts';

export interface Troubles {
  refused: number;
  lost: number;
  slow: number;
  dropped: number;
}

/** Of so many requests one meets each trouble. */
const ONE_IN = { refused: 14, lost: 9, slow: 8, dropped: 12 };
const SLOW_MS = 400;
/** A burst outlasts the tries that discord.js makes at once, now and then. */
const BURSTS = [1, 2, 3, 6];

/**
 * Makes Discord fail while messages are posted, found and passed on: 5xx in bursts, answers cut off after the message is
 * stored, slowness, and connections of the gateway that break. The same at every run, as far as time allows.
 */
export function makeTrouble(discord: StandIn): Troubles {
  const met: Troubles = { refused: 0, lost: 0, slow: 0, dropped: 0 };
  let [asked, burst, bursts] = [0, 0, 0];
  const turn = (kind: keyof Troubles) => asked % ONE_IN[kind] === ONE_IN[kind] - 1;
  discord.trouble.fate = async ({ route }) => {
    if (!route.startsWith('/channels/')) return 'answered';
    asked += 1;
    if (turn('dropped')) {
      met.dropped += 1;
      discord.gateway.drop();
    }
    if (turn('slow')) {
      met.slow += 1;
      await sleep(SLOW_MS);
    }
    if (burst === 0 && turn('refused')) {
      burst = BURSTS[bursts % BURSTS.length]!;
      bursts += 1;
    }
    if (burst > 0) {
      burst -= 1;
      met.refused += 1;
      return 'refused';
    }
    if (!turn('lost')) return 'answered';
    met.lost += 1;
    return 'lost';
  };
  return met;
}
