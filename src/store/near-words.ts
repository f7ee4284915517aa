import { spellings } from './spellings.ts';
import type { Database } from './store.ts';
import { slips } from './typo.ts';

/** The words of known names that a typed word becomes with at most so many slips, and with how many. */
export async function nearWords(db: Database, typed: string, most: number): Promise<Map<string, number>> {
  const near = new Map<string, number>();
  for (const spelling of spellings(typed)) {
    const rows = await db
      .selectFrom('entity_words')
      .select('word')
      .distinct()
      .where('letters', '>=', spelling.length - most)
      .where('letters', '<=', spelling.length + most)
      .execute();
    for (const { word } of rows) {
      const needed = slips(spelling, word, most);
      if (needed <= most) near.set(word, Math.min(needed, near.get(word) ?? needed));
    }
  }
  return near;
}
