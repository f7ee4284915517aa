import { startPostgres } from '../support/postgres.ts';
import type { Row } from './row.ts';

/** Measures with SQLite, then with a PostgreSQL started for it, whose URL is given. */
export async function* onEitherDatabase(
  measure: (name: string, url?: string) => AsyncGenerator<Row>,
): AsyncGenerator<Row> {
  yield* measure('SQLite');
  const server = await startPostgres();
  try {
    yield* measure('PostgreSQL', await server.database());
  } finally {
    await server.stop();
  }
}
