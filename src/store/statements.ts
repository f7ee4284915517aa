import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type Sqlite from 'libsql';

/** Distinct statements we ask, and room for lists of different lengths. */
const KEPT = 300;

/**
 * The database, preparing each statement once. It saves time, and memory above all: libsql frees a statement when the
 * garbage collector comes by, which sees some bytes in it and not the kilobytes behind (20,000 articles kept in a row
 * held 8 GB).
 */
export function preparedOnce(database: Sqlite.Database): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      const statement = prepared.get(sql) ?? database.prepare(sql);
      // The one asked for longest ago is first in the map.
      prepared.delete(sql);
      prepared.set(sql, statement);
      const [oldest] = prepared.keys();
      if (prepared.size > KEPT && oldest !== undefined) prepared.delete(oldest);
      return statement;
    },
    close: () => {
      database.close();
    },
  };
}
