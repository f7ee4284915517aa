import { type Expression, type SqlBool, sql } from 'kysely';
import { typedWords } from './typed-words.ts';

/** Whether a folded column has, for every word typed, a word that begins with it. Folded words hold no wildcards. */
export const wordStarts = (column: Expression<string | null>, typed: string): Expression<SqlBool>[] =>
  typedWords(typed).map((word) => sql<SqlBool>`' ' || ${column} like ${`% ${word}%`}`);
