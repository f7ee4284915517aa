import { bareWords } from '../../base/bare-words.ts';
import { fold, foldedWords } from '../../base/fold.ts';
import { sameRomanized, soundKey, unglued } from '../../base/romanized.ts';
import { nameKeys, sameName } from '../../base/same-name.ts';
import type { Entity } from '../../model/entity.ts';
import { ENTITY_TYPES, type EntityType } from '../../model/reading.ts';
import { typedWords } from '../search/typed-words.ts';
import type { Database, Store } from '../store.ts';
import { type EntityQuery, type EntityRow, mostNamed, withAliases } from './entities.ts';
import { misspelt } from './misspelt.ts';
import { beginningLike } from './names-like.ts';
import { spellings } from './spellings.ts';

/** As many as a reply can offer to choose from. */
const OFFERED = 25;
const NEAR = 5;
/** Enough to find those in who really are meant. */
const LOOKED_AT = 100;

export interface FoundEntities {
  /** Whom the name can mean, the most often named first; several where it fits several alike. */
  readonly entities: readonly Entity[];
  /** Names that are like it, where it fits nobody. */
  readonly near: readonly Entity[];
}

/**
 * Who is meant by a name, however it is typed. Each step is taken only where the one before found nobody: a whole name;
 * one in another spelling, or with other spaces and hyphens; words of a name, such as the surname; other spellings of
 * such words; beginnings of such words; such words but for a slip of the finger.
 */
export async function findEntities({ read }: Store, typed: string): Promise<FoundEntities> {
  const folded = fold(typed);
  if (folded === '') return { entities: [], near: [] };
  const words = bareWords(typedWords(typed).join(' '));

  const steps = [
    () => withSurname(read, words, named(read, 'folded', [folded])),
    () => spelt(read, typed, words),
    () => withWords(read, words).limit(OFFERED).execute(),
    () => withSounds(read, words),
    () => beginningLike(mostNamed(read), words.join(' ')).limit(OFFERED).execute(),
  ];
  for (const step of steps) {
    const rows = await step();
    if (rows.length > 0) return { entities: await withAliases(read, rows), near: [] };
  }
  const { meant, near } = await misspelt(read, words);
  return { entities: meant.slice(0, OFFERED), near: near.slice(0, NEAR) };
}

/** Those of whom it is a name in another spelling, however its spaces and its al- are set: "abdulmalik alhouthi". */
async function spelt(db: Database, typed: string, words: readonly string[]): Promise<EntityRow[]> {
  const keys = ENTITY_TYPES.flatMap((type) => nameKeys(type, typed));
  const rows = await withAliases(db, await named(db, 'bare', keys).limit(LOOKED_AT).execute());
  const same = rows.filter(({ type, name, aliases }) =>
    [name, ...aliases].some((form) => isSpelling(type, form, typed)),
  );
  if (same.length === 0) return [];
  return withSurname(
    db,
    words,
    mostNamed(db).where(
      'entities.id',
      'in',
      same.map(({ id }) => id),
    ),
  );
}

function isSpelling(type: EntityType, form: string, typed: string): boolean {
  if (sameName(type, form, typed) === 'same') return true;
  const [bare, other] = [form, typed].map((each) => bareWords(fold(each)).join(''));
  return unglued(bare!) === unglued(other!);
}

/** Those with, for each typed word, one that may be another spelling of it: "Qadhafi" for Gaddafi. */
async function withSounds(db: Database, words: readonly string[]): Promise<EntityRow[]> {
  const some = words.reduce(
    (all, word) =>
      all.where('entities.id', 'in', (eb) =>
        eb.selectFrom('entity_words').select('entity_id').where('sound', '=', soundKey(word)),
      ),
    mostNamed(db),
  );
  const rows = await some.limit(LOOKED_AT).execute();
  const forms = new Map((await withAliases(db, rows)).map(({ id, name, aliases }) => [id, [name, ...aliases]]));
  return rows.filter(({ id }) =>
    words.every((word) =>
      forms
        .get(id)!
        .flatMap(foldedWords)
        .some((their) => sameRomanized(unglued(word), unglued(their))),
    ),
  );
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
