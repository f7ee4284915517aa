import { setTimeout as sleep } from 'node:timers/promises';
import { DefaultRestOptions, type RESTOptions } from 'discord.js';

/** Discord takes 50 requests a second of one bot; what it takes in answer to interactions is not counted. */
const UNCOUNTED = /\/(?:interactions|webhooks)\//;

/**
 * Requests at an even pace, so that Discord has no reason to refuse one for coming too soon. discord.js counts 50 by its
 * own second and sends them in one burst, answers to interactions among them: two bursts can fall into one of Discord's
 * seconds, and answers wait behind posts.
 */
export function paced(perSecond: number): Pick<RESTOptions, 'globalRequestsPerSecond' | 'makeRequest'> {
  const apart = 1000 / perSecond;
  let next = 0;
  return {
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    async makeRequest(url, init) {
      if (!UNCOUNTED.test(url)) {
        const now = performance.now();
        // What a timer is late by is made up for, up to one request.
        next = Math.max(next + apart, now - apart);
        if (next > now) await sleep(next - now);
      }
      return DefaultRestOptions.makeRequest(url, init);
    },
  };
}
