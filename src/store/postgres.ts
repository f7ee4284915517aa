import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** A pool of connections to the database of this URL. Nothing is connected before the first question. */
export function openPostgres(url: string): Store {
  const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: 10_000, types: { getTypeParser } });
  // A connection lost while idle is replaced by the next question; unheard, the event would end the process.
  pool.on('error', () => {});
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    kind: 'postgres',
    read: kysely,
    write: kysely,
    // The server makes the commits of several connections durable together by itself.
    together: (change) => kysely.transaction().execute(change),
    close: () => kysely.destroy(),
  };
}

/** Our bigints are instants and counts, all below 2^53: read them as numbers, as SQLite gives them. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format);
