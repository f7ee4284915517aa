import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { migrate } from '../../src/store/migrations.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { startPostgres } from './postgres.ts';

/** One kind of database, for the tests of one file. */
interface Kind {
  /** Where a new and empty database is: a file or a URL. */
  place(): Promise<string>;
  open(place: string): Store;
  stop(): Promise<void>;
}

export interface Databases {
  /** A store with its tables and nothing in them; closed after the test. */
  fresh(): Promise<Store>;
  place(): Promise<string>;
  /** A store as another process would open it; closed after the test. */
  open(place: string): Store;
}

/** One suite, every database: all must behave alike. */
export function onEveryDatabase(suite: (databases: Databases) => void): void {
  describe.each([
    ['SQLite', sqlite],
    ['PostgreSQL', postgres],
  ] as const)('on %s', (_name, start) => {
    let kind: Kind;
    let reused: string;
    const opened: Store[] = [];
    const open = (place: string) => {
      const store = kind.open(place);
      opened.push(store);
      return store;
    };

    beforeAll(async () => {
      kind = await start();
      reused = await kind.place();
      await migrate(open(reused));
    }, 60_000);
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
    });
    afterAll(() => kind.stop());

    const fresh = async () => {
      const store = open(reused);
      await empty(store);
      return store;
    };
    suite({ fresh, open, place: () => kind.place() });
  });
}

/** Quicker than a new database for each test. */
async function empty({ kind, write }: Store): Promise<void> {
  if (kind === 'sqlite') await sql`insert into article_words (article_words) values ('delete-all')`.execute(write);
  else await write.deleteFrom('article_words').execute();
  const tables = [
    'quote_words',
    'quote_speakers',
    'quotes',
    'mentions',
    'entity_words',
    'entity_names',
    'entities',
    'origins',
    'story_terms',
    'article_terms',
    'term_holders',
    'versions',
    'articles',
    'told',
    'deliveries',
    'schedules',
    'departures',
    'follows',
    'editions',
    'views',
    'refusals',
    'audiences',
    'feeds',
  ] as const;
  for (const table of tables) await write.deleteFrom(table).execute();
}

async function sqlite(): Promise<Kind> {
  const folder = mkdtempSync(join(tmpdir(), 'lede-sqlite-'));
  let made = 0;
  return {
    async place() {
      made += 1;
      return join(folder, `${made}.db`);
    },
    open: openSqlite,
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function postgres(): Promise<Kind> {
  const server = await startPostgres();
  return { place: () => server.database(), open: openPostgres, stop: () => server.stop() };
}
