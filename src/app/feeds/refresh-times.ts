import { DAY, HOUR, MINUTE } from '../../base/clock.ts';
import type { KnownFeed } from '../../model/feed.ts';

/** Feeds are asked no more often than this, and no less often than once a day, whatever they or their servers say. */
export const REFRESHED_EVERY = 10 * MINUTE;
const AT_LEAST_EVERY = DAY;
/** Caches keep things for hours on end; news does not wait for them longer than this. */
const CACHE_HEEDED = HOUR;
/** By how much of the time a refresh may come later, so that feeds added together are not asked together for ever. */
const JITTER = 0.1;

interface Manners {
  readonly now: Date;
  /** How often the feed says it changes, in minutes. */
  readonly everyMinutes?: number | undefined;
  /** The HTTP header. */
  readonly cacheControl?: string | undefined;
  /** Between 0 and 1. */
  readonly chance: number;
}

/** When a feed is asked again after it answered. */
export function nextAfterSuccess({ now, everyMinutes = 0, cacheControl = '', chance }: Manners): Date {
  const maxAge = Number(/\bmax-age\s*=\s*"?(\d{1,9})/i.exec(cacheControl)?.[1] ?? 0) * 1000;
  const cached = /\bno-(?:cache|store)\b/i.test(cacheControl) ? 0 : Math.min(maxAge, CACHE_HEEDED);
  const wait = Math.min(Math.max(REFRESHED_EVERY, everyMinutes * MINUTE, cached), AT_LEAST_EVERY);
  return later(now, wait, chance);
}

/** When a feed is asked again after it failed so many times in a row: ever later, up to once a day. */
export function nextAfterFailure(failures: number, { now, chance }: Manners, retryAfter?: Date): Date {
  const wait = Math.min(REFRESHED_EVERY * 2 ** Math.min(failures, 10), AT_LEAST_EVERY);
  const next = later(now, wait, chance);
  return retryAfter && retryAfter > next ? retryAfter : next;
}

const later = (now: Date, wait: number, chance: number) => new Date(now.getTime() + wait * (1 + JITTER * chance));

/** How it goes on after a failure, whatever its cause. */
export function failed(feed: KnownFeed, reason: string, manners: Manners, retryAfter?: Date): KnownFeed {
  const failures = feed.failures + 1;
  const nextAt = nextAfterFailure(failures, manners, retryAfter);
  return { ...feed, checkedAt: manners.now, failingSince: feed.failingSince ?? manners.now, failures, reason, nextAt };
}
