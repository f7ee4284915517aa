import { setImmediate, setTimeout } from 'node:timers/promises';
import { type DatabaseConnection, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import Sqlite from 'libsql';
import { preparedOnce } from './statements.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';
import { gathering } from './together.ts';

/** How long another process that writes, such as the command line's, is waited for; milliseconds. */
const PATIENCE = 10_000;
const PAUSE = 10;

/**
 * One file, made if it is missing (its folder must exist); `:memory:` for a database that is gone when closed. What is
 * committed is on disk before it is acknowledged, so a power cut loses nothing.
 */
export function openSqlite(file: string): Store {
  const write = connect(
    file,
    'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on',
    // Statistics for the next start, and everything in the one file, for whoever copies it while the bot is stopped.
    'pragma analysis_limit = 400; pragma optimize; pragma wal_checkpoint(truncate)',
  );
  const together = gathering(write.kysely);
  if (file === ':memory:') {
    return { kind: 'sqlite', read: write.kysely, write: write.kysely, together, close: write.close };
  }

  const read = connect(file, 'pragma query_only = on');
  return {
    kind: 'sqlite',
    read: read.kysely,
    write: write.kysely,
    together,
    close: async () => {
      await read.close();
      await write.close();
    },
  };
}

function connect(file: string, pragmas: string, parting = '') {
  const database = new Sqlite(file);
  database.exec(`pragma busy_timeout = ${PATIENCE}; pragma cache_size = -16000; ${pragmas}`);
  const kysely = new Kysely<Tables>({ dialect: new Dialect(database) });
  const close = async () => {
    if (!database.open) return;
    try {
      database.exec(parting);
    } catch (error) {
      // Tidying up can wait for whoever else has the database open; what was written is safe.
      if (!(error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error;
    }
    await kysely.destroy();
    // Kysely leaves a database open that it has never asked anything.
    if (database.open) database.close();
  };
  return { kysely, close };
}

class Dialect extends SqliteDialect {
  readonly #database: Sqlite.Database;

  constructor(database: Sqlite.Database) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): SqliteDriver {
    return new Driver(this.#database);
  }

  override createAdapter(): SqliteAdapter {
    return new Adapter();
  }
}

class Driver extends SqliteDriver {
  readonly #database: Sqlite.Database;

  constructor(database: Sqlite.Database) {
    super({ database: preparedOnce(database) });
    this.#database = database;
  }

  /**
   * A transaction that reads before it writes would fail at once, without waiting, if another process wrote meanwhile:
   * so each asks for the right to write first. While it waits, this process goes on with other things. It is asked by
   * `exec`: a prepared BEGIN that fails stays in progress in libsql 0.5, and then no transaction can be committed
   * (https://github.com/tursodatabase/libsql-js/pull/238).
   */
  override async beginTransaction(): Promise<void> {
    this.#database.exec('pragma busy_timeout = 0');
    try {
      for (const giveUp = Date.now() + PATIENCE; ; await setTimeout(PAUSE)) {
        if (this.#began(Date.now() > giveUp)) return;
      }
    } finally {
      this.#database.exec(`pragma busy_timeout = ${PATIENCE}`);
    }
  }

  /** SQLite answers at once, so that a long row of transactions would leave no time for anything else. */
  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection);
    await setImmediate();
  }

  /** Where the disk is full SQLite has undone everything by itself, and would only say that there is nothing to undo. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }

  #began(impatient: boolean): boolean {
    try {
      this.#database.exec('begin immediate');
      return true;
    } catch (error) {
      if (impatient || !(error instanceof Sqlite.SqliteError && error.code === 'SQLITE_BUSY')) throw error;
      return false;
    }
  }
}

/** SQLite can roll back changes of the schema, so that migrations are done whole or not at all. */
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
