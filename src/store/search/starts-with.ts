import { type Expression, type SqlBool, sql } from 'kysely';

/** The last code point there is: whatever begins with a text stands between that text and that text with this behind. */
const LAST = '\u{10FFFF}';

/** Whether a column begins with this, as a range that an index can answer. */
export const startsWith = (column: Expression<string>, beginning: string): Expression<SqlBool> =>
  sql<SqlBool>`(${column} >= ${beginning} and ${column} < ${beginning + LAST})`;
