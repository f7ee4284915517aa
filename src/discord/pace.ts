import { setTimeout as sleep } from 'node:timers/promises';
import { DefaultRestOptions, type RESTOptions } from 'discord.js';

/** Discord takes 50 requests a second of one bot; what it takes in answer to interactions is not counted. */
const UNCOUNTED = /\/(?:interactions|webhooks)\//;

/**
 * What a busy moment holds up is made up for: at so many times the pace from one request to the next, and from one second
 * to the next. All at once, it could fall into one of Discord's seconds with what came before or comes after.
 */
const MADE_UP = { atOnce: 1.5, lasting: 1.02 };

/**
 * Requests at an even pace, so that Discord has no reason to refuse one for coming too soon. discord.js counts 50 by its
 * own second and sends them in one burst, answers to interactions among them: two bursts can fall into one of Discord's
 * seconds, and answers wait behind posts.
 */
export function paced(perSecond: number): Pick<RESTOptions, 'globalRequestsPerSecond' | 'makeRequest'> {
  const apart = 1000 / perSecond;
  const count = Math.ceil(perSecond);
  const second = (count * apart) / MADE_UP.lasting;
  /** When the newest were made, as many as a second may have. */
  const made: number[] = [];
  /** When the next one is due, at the even pace. */
  let next = 0;
  let turn = Promise.resolve();
  const wait = async (asked: number) => {
    const due = Math.max(next, asked);
    const room = made.length < count ? 0 : made.shift()! + second;
    const at = Math.max(due, room, (made.at(-1) ?? 0) + apart / MADE_UP.atOnce);
    const early = at - performance.now();
    if (early > 0) await sleep(early);
    made.push(performance.now());
    // What a full second has no room for is not made up.
    next = Math.max(due, room) + apart;
  };
  return {
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    async makeRequest(url, init) {
      if (!UNCOUNTED.test(url)) {
        const asked = performance.now();
        turn = turn.then(() => wait(asked));
        await turn;
      }
      return DefaultRestOptions.makeRequest(url, init);
    },
  };
}
