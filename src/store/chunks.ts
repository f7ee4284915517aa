/** SQLite takes 32,766 parameters in one statement, PostgreSQL 65,535; our widest rows have 13 columns. */
const MOST = 2_000;

/** A long list in pieces short enough for one statement each. */
export function chunks<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / MOST) }, (_, at) => list.slice(at * MOST, (at + 1) * MOST));
}
