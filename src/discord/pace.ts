import { setTimeout as sleep } from 'node:timers/promises';
import { DefaultRestOptions, type RESTOptions } from 'discord.js';

/** Discord takes 50 requests a second of one bot; what it takes in answer to interactions is not counted. */
const UNCOUNTED = /\/(?:interactions|webhooks)\//;

/**
 * What a busy moment holds up is made up for, as far as this part of the distance: less than one, or a second could have
 * two requests more than the pace says.
 */
const MADE_UP = 0.9;

/**
 * Requests at an even pace, so that Discord has no reason to refuse one for coming too soon. discord.js counts 50 by its
 * own second and sends them in one burst, answers to interactions among them: two bursts can fall into one of Discord's
 * seconds, and answers wait behind posts.
 */
export function paced(perSecond: number): Pick<RESTOptions, 'globalRequestsPerSecond' | 'makeRequest'> {
  const apart = 1000 / perSecond;
  let next = 0;
  let turn = Promise.resolve();
  /** One after another, so that those who were held up by a busy moment do not all go at its end. */
  const wait = async () => {
    const early = next - performance.now();
    if (early > 0) await sleep(early);
    next = Math.max(next, performance.now() - apart * MADE_UP) + apart;
  };
  return {
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    async makeRequest(url, init) {
      if (!UNCOUNTED.test(url)) {
        turn = turn.then(wait);
        await turn;
      }
      return DefaultRestOptions.makeRequest(url, init);
    },
  };
}
