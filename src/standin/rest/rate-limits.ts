import { createHash } from 'node:crypto';
import type { Reply, Route } from './route.ts';

/** So many requests in so many seconds. */
export interface Allowance {
  readonly requests: number;
  readonly seconds: number;
}

export interface RateLimitPlan {
  /** Posting, for each channel. */
  readonly messages: Allowance;
  /** Passing messages of an announcement channel on, for each channel. */
  readonly crossposts: Allowance;
  /** Every other route, for each channel, guild or webhook. */
  readonly others: Allowance;
  /** All routes together, interactions excepted. */
  readonly global: Allowance;
}

/** 50 requests a second is documented for every bot; 5 messages in 5 seconds is what Discord's headers say. */
export const DISCORD: RateLimitPlan = {
  messages: { requests: 5, seconds: 5 },
  crossposts: { requests: 10, seconds: 3600 },
  others: { requests: 30, seconds: 1 },
  global: { requests: 50, seconds: 1 },
};

/** The headers a request is answered with, and the refusal instead of the answer if it was one too many. */
export interface Ticket {
  readonly headers: Readonly<Record<string, string>>;
  readonly refusal?: Reply;
}

interface Bucket {
  used: number;
  resetAt: number;
}

/** How many buckets there may be before the ones that are full again are forgotten. */
const KEPT = 1000;

/** Counts requests by the machine's own clock, whatever time it is in the stand-in's world. */
export class RateLimits {
  readonly #plan: RateLimitPlan | undefined;
  readonly #buckets = new Map<string, Bucket>();

  /** Without a plan nothing is limited. */
  constructor(plan: RateLimitPlan | undefined) {
    this.#plan = plan;
  }

  take({ method, path, limit }: Route, parts: ReadonlyMap<string, string>): Ticket {
    if (!this.#plan || limit === 'none') return { headers: {} };
    if (limit !== 'interaction') {
      const wait = this.#count('global', this.#plan.global).wait;
      if (wait > 0) return tooMany(wait, 'global', {});
    }
    const allowance = limit === 'messages' || limit === 'crossposts' ? this.#plan[limit] : this.#plan.others;
    const major = ['channel', 'guild', 'webhook', 'token'].map((part) => parts.get(part) ?? '').join(' ');
    const { bucket, wait } = this.#count(`${method} ${path} ${major}`, allowance);
    const headers = headersOf(bucket, allowance, `${method} ${path}`);
    return wait > 0 ? tooMany(wait, 'user', headers) : { headers };
  }

  /** Takes one from a bucket; `wait` is how many seconds are left to wait when it is empty. */
  #count(key: string, { requests, seconds }: Allowance): { readonly bucket: Bucket; readonly wait: number } {
    const now = Date.now();
    const known = this.#buckets.get(key);
    const bucket = known && known.resetAt > now ? known : { used: 0, resetAt: now + seconds * 1000 };
    if (this.#buckets.size > KEPT)
      for (const [old, { resetAt }] of this.#buckets) if (resetAt <= now) this.#buckets.delete(old);
    this.#buckets.set(key, bucket);
    if (bucket.used >= requests) return { bucket, wait: (bucket.resetAt - now) / 1000 };
    bucket.used += 1;
    return { bucket, wait: 0 };
  }
}

function headersOf({ used, resetAt }: Bucket, { requests }: Allowance, route: string): Record<string, string> {
  return {
    'x-ratelimit-limit': String(requests),
    'x-ratelimit-remaining': String(Math.max(0, requests - used)),
    'x-ratelimit-reset': (resetAt / 1000).toFixed(3),
    'x-ratelimit-reset-after': (Math.max(0, resetAt - Date.now()) / 1000).toFixed(3),
    'x-ratelimit-bucket': createHash('md5').update(route).digest('hex'),
  };
}

function tooMany(wait: number, scope: 'user' | 'global', headers: Record<string, string>): Ticket {
  const global = scope === 'global';
  const body = { message: 'You are being rate limited.', retry_after: wait, global };
  const more = { 'retry-after': String(Math.ceil(wait)), 'x-ratelimit-scope': scope };
  return {
    headers: { ...headers, ...more, ...(global && { 'x-ratelimit-global': 'true' }) },
    refusal: { status: 429, body },
  };
}
