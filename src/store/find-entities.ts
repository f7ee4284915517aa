import { fold } from '../base/fold.ts';
import type { Entity } from '../model/entity.ts';
import { type EntityQuery, type EntityRow, mostNamed, withAliases } from './entities.ts';
import { bareWords } from './link.ts';
import { misspelt } from './misspelt.ts';
import { beginningLike } from './names-like.ts';
import { spellings } from './spellings.ts';
import type { Database, Store } from './store.ts';
import { typedWords } from './typed-words.ts';

/** As many as a reply can offer to choose from. */
const OFFERED = 25;
const NEAR = 5;

export interface FoundEntities {
  /** Whom the name can mean, the most often named first; several where it fits several alike. */
  readonly entities: readonly Entity[];
  /** Names that are like it, where it fits nobody. */
  readonly near: readonly Entity[];
}

/**
 * Who is meant by a name, however it is typed. Each step is taken only where the one before found nobody: a whole name;
 * one but for al-, spaces and hyphens; words of a name, such as the surname; beginnings of such words; such words but
 * for a slip of the finger.
 */
export async function findEntities({ read }: Store, typed: string): Promise<FoundEntities> {
  const folded = fold(typed);
  if (folded === '') return { entities: [], near: [] };
  const words = bareWords(typedWords(typed).join(' '));

  const steps = [
    () => withSurname(read, words, named(read, 'folded', [folded])),
    () => withSurname(read, words, named(read, 'bare', bareForms(folded))),
    () => withWords(read, words).limit(OFFERED).execute(),
    () => beginningLike(mostNamed(read), words.join(' ')).limit(OFFERED).execute(),
  ];
  for (const step of steps) {
    const rows = await step();
    if (rows.length > 0) return { entities: await withAliases(read, rows), near: [] };
  }
  const { meant, near } = await misspelt(read, words);
  return { entities: meant.slice(0, OFFERED), near: near.slice(0, NEAR) };
}

/** Without spaces and al-, also an al- that is written as part of its word. */
function bareForms(folded: string): string[] {
  const words = bareWords(folded);
  return [words.join(''), words.map((word) => spellings(word).at(-1)).join('')];
}

const named = (db: Database, form: 'folded' | 'bare', names: readonly string[]): EntityQuery =>
  mostNamed(db).where('entities.id', 'in', (eb) =>
    eb.selectFrom('entity_names').select('entity_id').where(form, 'in', names),
  );

/** "Katz" may be all that one article says of somebody, and the surname of somebody else: both are meant. */
async function withSurname(db: Database, words: readonly string[], some: EntityQuery): Promise<EntityRow[]> {
  const rows = await some.limit(OFFERED).execute();
  if (words.length > 1 || rows.length === 0) return rows;
  // "Iraq" is all there is to a place's name; "Houthi" is short for a group's, and somebody's surname.
  const whole = rows.some(({ folded }) => bareWords(folded).join(' ') === words[0]);
  if (whole && !rows.some(({ type }) => type === 'person')) return rows;
  const people = await withWords(db, words).where('type', '=', 'person').limit(OFFERED).execute();
  const family = people.filter(({ folded }) => spellings(words[0]!).includes(folded.split(' ').at(-1)!));
  const ids = [...rows, ...family].map(({ id }) => id);
  return mostNamed(db).where('entities.id', 'in', ids).limit(OFFERED).execute();
}

/** Those of whom every one of these is a word. */
const withWords = (db: Database, words: readonly string[]): EntityQuery =>
  words.reduce(
    (some, word) =>
      some.where('entities.id', 'in', (eb) =>
        eb.selectFrom('entity_words').select('entity_id').where('word', 'in', spellings(word)),
      ),
    mostNamed(db),
  );
