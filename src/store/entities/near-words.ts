import { sql } from 'kysely';
import type { Database } from '../store.ts';
import { spellings } from './spellings.ts';
import { slips } from './typo.ts';

/** The words of known names that a typed word becomes with at most so many slips, and with how many. */
export async function nearWords(db: Database, typed: string, most: number): Promise<Map<string, number>> {
  const near = new Map<string, number>();
  for (const spelling of spellings(typed)) {
    for (const word of await wordsAsLong(db, spelling, most)) {
      const needed = slips(spelling, word, most);
      if (needed <= most) near.set(word, Math.min(needed, near.get(word) ?? needed));
    }
  }
  return near;
}

/** As one text: tens of thousands of rows would take longer than comparing the words. */
async function wordsAsLong(db: Database, word: string, difference: number): Promise<string[]> {
  const { all } = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('entity_words')
        .select('word')
        .where('letters', '>=', word.length - difference)
        .where('letters', '<=', word.length + difference)
        .groupBy(['letters', 'word'])
        .as('words'),
    )
    .select(sql<string | null>`string_agg(word, ' ')`.as('all'))
    .executeTakeFirstOrThrow();
  return all?.split(' ') ?? [];
}
