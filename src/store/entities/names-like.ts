import type { Entity } from '../../model/entity.ts';
import { startsWith } from '../search/starts-with.ts';
import { typedWords } from '../search/typed-words.ts';
import type { Store } from '../store.ts';
import { type EntityQuery, mostNamed, withAliases } from './entities.ts';
import { spellings } from './spellings.ts';

/**
 * Names with, for each word typed, a word that begins with it, those named most often first. With nothing typed, the
 * most often named.
 */
export async function namesLike({ read }: Store, typed: string, limit: number): Promise<Entity[]> {
  return withAliases(read, await beginningLike(mostNamed(read), typed).limit(limit).execute());
}

/** The same, among those who are quoted; the most quoted first. */
export async function speakersLike({ read }: Store, typed: string, limit: number): Promise<Entity[]> {
  const speakers = mostNamed(read)
    .clearOrderBy()
    .where('quotes', '>', 0)
    .orderBy('quotes', 'desc')
    .orderBy('newest_at', 'desc')
    .orderBy('folded');
  return withAliases(read, await beginningLike(speakers, typed).limit(limit).execute());
}

/** Only those with, for each word typed, a word that begins with it. "al" before a name may be left out or joined to it. */
export const beginningLike = (some: EntityQuery, typed: string): EntityQuery =>
  typedWords(typed).reduce(
    (all, word) =>
      all.where('entities.id', 'in', (eb) =>
        eb
          .selectFrom('entity_words')
          .select('entity_id')
          .where((words) => words.or(spellings(word).map((each) => startsWith(words.ref('word'), each)))),
      ),
    some,
  );
