import { fold } from '../../base/fold.ts';
import type { Entity } from '../../model/entity.ts';
import { startsWith } from '../search/starts-with.ts';
import type { Database } from '../store.ts';
import { type EntityQuery, mostNamed, withAliases } from './entities.ts';
import { nearWords } from './near-words.ts';
import { forgiven, slips } from './typo.ts';

/** Enough to find the nearest among. */
const LOOKED_AT = 100;

export interface Misspelt {
  /** Those of whom every typed word is a word but for a slip or two; of these the ones with the fewest slips. */
  readonly meant: readonly Entity[];
  /** Where there are none: those with a word that is a little like a typed one, or begins as it does; the nearest first. */
  readonly near: readonly Entity[];
}

/** Looks for a name of which no word was typed as it is written. */
export async function misspelt(db: Database, typed: readonly string[]): Promise<Misspelt> {
  const like = await Promise.all(typed.map((word) => nearWords(db, word, loosely(word))));
  const meant = like.map((words, index) => within(words, forgiven(typed[index]!)));
  if (meant.every((words) => words.length > 0)) {
    const all = await ranked(
      db,
      meant.reduce((some, words) => withAnyWord(some, words), mostNamed(db)),
      typed,
    );
    const fewest = all.filter(({ off }) => off === all[0]?.off);
    if (fewest.length > 0) return { meant: fewest.map(({ entity }) => entity), near: [] };
  }
  const words = like.flatMap((each) => [...each.keys()]);
  const beginnings = typed.filter((word) => word.length > 4).map((word) => word.slice(0, 4));
  if (words.length === 0 && beginnings.length === 0) return { meant: [], near: [] };
  const near = await ranked(db, withAnyWord(mostNamed(db), words, beginnings), typed);
  return { meant: [], near: near.map(({ entity }) => entity) };
}

const within = (words: ReadonlyMap<string, number>, most: number): string[] =>
  [...words].filter(([, needed]) => needed <= most).map(([word]) => word);

/** A slip more than is forgiven, in words long enough to be known again. */
const loosely = (word: string): number => (word.length < 6 ? forgiven(word) : forgiven(word) + 1);

function withAnyWord(some: EntityQuery, words: readonly string[], beginnings: readonly string[] = []): EntityQuery {
  return some.where('entities.id', 'in', (eb) =>
    eb
      .selectFrom('entity_words')
      .select('entity_id')
      .where((word) =>
        word.or([
          ...(words.length > 0 ? [word('word', 'in', words)] : []),
          ...beginnings.map((each) => startsWith(word.ref('word'), each)),
        ]),
      ),
  );
}

/** By how many letters the typed words are off from the nearest words of each name. */
async function ranked(db: Database, some: EntityQuery, typed: readonly string[]) {
  const entities = await withAliases(db, await some.limit(LOOKED_AT).execute());
  const offBy = (word: string, { name, aliases }: Entity) => {
    const words = [name, ...aliases].flatMap((each) => fold(each).split(' '));
    return Math.min(...words.map((each) => Math.min(slips(word, each, word.length), word.length)));
  };
  return entities
    .map((entity) => ({ entity, off: typed.reduce((sum, word) => sum + offBy(word, entity), 0) }))
    .sort((a, b) => a.off - b.off);
}
