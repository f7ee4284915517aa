import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, UserError } from '../base/errors.ts';
import { migrate } from './migrations.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

export interface Place {
  /** PostgreSQL's; without it the file is opened. */
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
  /** Of the file in `dataDir`. */
  readonly file: string;
}

/** Opens the database and brings it up to date. @throws UserError that names the setting to mend */
export async function openStore({ databaseUrl, dataDir, file }: Place): Promise<Store> {
  let store: Store | undefined;
  try {
    if (!databaseUrl) mkdirSync(dataDir, { recursive: true });
    store = databaseUrl ? await postgresAt(databaseUrl) : openSqlite(join(dataDir, file));
    await migrate(store);
    return store;
  } catch (error) {
    await store?.close().catch(() => {});
    const setting = databaseUrl ? 'DATABASE_URL: the database' : `LEDE_DATA_DIR: ${join(dataDir, file)}`;
    throw new UserError(`${setting} cannot be used: ${messageOf(error)}.`);
  }
}

/** Its driver is loaded only where it is used. */
async function postgresAt(url: string): Promise<Store> {
  const { openPostgres } = await import('./postgres.ts');
  return openPostgres(url);
}
