import type { Delivering } from '../../src/app/delivery/delivering.ts';
import type { Web } from '../../src/app/feeds/open-desk.ts';
import { takeIn } from '../../src/app/ingest/ingest.ts';
import type { Newsroom, OpenNewsroom } from '../../src/app/newsroom/newsroom.ts';
import { openNewsroom } from '../../src/app/newsroom/open-newsroom.ts';
import { readHere } from '../../src/app/threads/reader.ts';
import type { Clock } from '../../src/base/clock.ts';
import { silentLog } from '../../src/base/log.ts';
import type { Draft } from '../../src/intake/draft.ts';
import { found } from '../../src/intake/found.ts';
import type { Asker } from '../../src/model/asker.ts';
import { migrate } from '../../src/store/migrations.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';

export const MONDAY = new Date('2026-03-02T07:00:00Z');
export const MANAGER: Asker = { member: '1', guild: '10', channel: '100', manager: true, locale: 'de' };
export const MEMBER: Asker = { ...MANAGER, member: '2', manager: false };

const reader = readHere();

/** A clock that stands still until it is moved. */
export interface HandClock extends Clock {
  move(milliseconds: number): void;
}

export function handClock(from = MONDAY): HandClock {
  let now = from.getTime();
  const waiting = new Set<() => void>();
  return {
    now: () => new Date(now),
    until: (instant, signal) =>
      new Promise((resolve) => {
        const look = () => {
          if (now < instant.getTime() && !signal?.aborted) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        signal?.addEventListener('abort', look, { once: true });
        look();
      }),
    move: (milliseconds) => {
      now += milliseconds;
      for (const look of waiting) look();
    },
  };
}

export interface TestNewsroom {
  readonly store: Store;
  readonly clock: HandClock;
  readonly delivering: Delivering;
  readonly open: OpenNewsroom;
  /** The newsroom of a member, now. */
  readonly newsroom: Newsroom;
  take(origin: string, articles: readonly Draft[]): Promise<void>;
  close(): Promise<void>;
}

const notConnected = () => {
  throw new Error('There is no Discord in this test.');
};

/** A newsroom on a real database in memory, with the real reader, holding these articles, on a Monday morning. */
export async function newsroomWith(articles: readonly Draft[], now = MONDAY, web?: Web): Promise<TestNewsroom> {
  const store = openSqlite(':memory:');
  await migrate(store);
  const clock = handClock(now);
  const delivering = { store, clock, log: silentLog, courier: notConnected, readySince: () => now };
  const open = openNewsroom({ delivering, timeZone: 'UTC', ...(web && { web }) });
  const take = async (origin: string, drafts: readonly Draft[]) => {
    const taken = drafts.map((draft) => found(draft).article);
    await takeIn({ store, reader, clock, log: silentLog }, { origin, articles: taken });
  };
  await take('file:test.json', articles);
  return {
    store,
    clock,
    delivering,
    open,
    get newsroom() {
      return open(MEMBER, { askedAt: clock.now() });
    },
    take,
    close: () => store.close(),
  };
}
