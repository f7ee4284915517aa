import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { messageOf, UserError } from '../base/errors.ts';

export interface FolderLock {
  close(): void;
}

/**
 * Makes the folder its holder's alone until `close()` or the end of the process, even by SIGKILL: what is held is a
 * lock of the operating system on `lede.lock`, never a file that could be left behind. Only bots take it; the command
 * line reads beside one. Throws a UserError where another bot has the folder, or where it cannot be written to.
 */
export function lockFolder(folder: string): FolderLock {
  const database = openLockFile(folder);
  try {
    // A journal in memory, because one on disk would be a second file that a killed process leaves behind.
    database.exec('pragma journal_mode = memory');
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    throw refusal(folder, error);
  }
  return { close: () => database.close() };
}

function openLockFile(folder: string): Sqlite.Database {
  try {
    mkdirSync(folder, { recursive: true });
    return new Sqlite(join(folder, 'lede.lock'));
  } catch (error) {
    throw new UserError(`Lede cannot write to the folder ${folder} (LEDE_DATA_DIR): ${messageOf(error)}.`);
  }
}

function refusal(folder: string, error: unknown): UserError {
  if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_BUSY') {
    return new UserError(
      `Another Lede is running on the folder ${folder}: stop it, or give this one its own folder in LEDE_DATA_DIR.`,
    );
  }
  return new UserError(`Lede cannot lock the folder ${folder} (LEDE_DATA_DIR): ${messageOf(error)}.`);
}
