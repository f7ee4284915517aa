import type { Selectable } from 'kysely';
import { chunks } from '../chunks.ts';
import { identify } from '../entities/identify.ts';
import type { Database, Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import { articleRow, versionRow } from './article-rows.ts';
import { list, unlist } from './listing.ts';
import { keepTerms } from './story-terms.ts';
import type { Placed, Taken } from './taken.ts';
import { loadVersions, type StoredArticle } from './versions.ts';

type Row = Selectable<Tables['articles']>;

export type Outcome = 'new' | 'changed' | 'known';

/**
 * Keeps an article with all that was read in it, whole or not at all. One whose content is known only gains an origin,
 * and is listed again if it was withdrawn. A changed one gets a new version: editions still point at the old one.
 */
export async function keepArticle(store: Store, taken: Taken): Promise<Outcome> {
  return store.write.transaction().execute(async (tx) => {
    await takeTurn(tx);
    const known = await tx
      .selectFrom('articles')
      .select(['version', 'content_hash', 'first_seen', 'withdrawn_at'])
      .where('id', '=', taken.article.id)
      .executeTakeFirst();

    const outcome = outcomeOf(known?.content_hash, taken.contentHash);
    const listed = known !== undefined && known.withdrawn_at === null;
    if (outcome === 'changed' && listed) await unlistCurrent(store, tx, taken.article.id);
    if (outcome !== 'known') await addVersion(tx, taken, known);
    if (outcome !== 'known' || !listed) await listCurrent(store, tx, taken.article.id);
    await tx
      .insertInto('origins')
      .values({ origin: taken.origin, article_id: taken.article.id, entry_hash: taken.entryHash ?? null })
      .onConflict((conflict) =>
        conflict.columns(['origin', 'article_id']).doUpdateSet({ entry_hash: taken.entryHash ?? null }),
      )
      .execute();
    return outcome;
  });
}

function outcomeOf(before: string | undefined, now: string): Outcome {
  if (before === undefined) return 'new';
  return before === now ? 'known' : 'changed';
}

/** The content hashes of those of these articles that are known, by id; withdrawn ones too. */
export async function knownHashes(store: Store, ids: readonly string[]): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const some of chunks(ids)) {
    const rows = await store.read
      .selectFrom('articles')
      .select(['id', 'content_hash'])
      .where('id', 'in', some)
      .execute();
    for (const row of rows) hashes.set(row.id, row.content_hash);
  }
  return hashes;
}

/**
 * Says that an origin now has these articles only. Those that no origin has any more are withdrawn: out of every list,
 * but still there for the editions that show them.
 * @returns how many were withdrawn
 */
export async function withdraw(store: Store, origin: string, keep: readonly string[], at: Date): Promise<number> {
  const kept = new Set(keep);
  const had = await store.write.selectFrom('origins').select('article_id').where('origin', '=', origin).execute();
  let withdrawn = 0;
  // One transaction each, for a folder can lose thousands at once: if we die in between, the next look does the rest.
  for (const { article_id: id } of had) {
    if (!kept.has(id) && (await withdrawOne(store, origin, id, at))) withdrawn += 1;
  }
  return withdrawn;
}

/** @returns false where another origin still has the article */
async function withdrawOne(store: Store, origin: string, id: string, at: Date): Promise<boolean> {
  return store.write.transaction().execute(async (tx) => {
    await takeTurn(tx);
    const { numDeletedRows } = await tx
      .deleteFrom('origins')
      .where('origin', '=', origin)
      .where('article_id', '=', id)
      .executeTakeFirstOrThrow();
    const other = await tx.selectFrom('origins').select('origin').where('article_id', '=', id).executeTakeFirst();
    if (numDeletedRows === 0n || other) return false;
    await unlistCurrent(store, tx, id);
    await tx.updateTable('articles').set({ withdrawn_at: at.getTime() }).where('id', '=', id).execute();
    return true;
  });
}

/** Makes whoever else keeps or withdraws articles wait: no person is made twice, no count is lost, nothing deadlocks. */
async function takeTurn(tx: Database): Promise<void> {
  await tx
    .updateTable('turns')
    .set((eb) => ({ taken: eb('taken', '+', 1) }))
    .where('name', '=', 'articles')
    .execute();
}

/** The article as it is now, under its next version's number. */
async function addVersion(tx: Database, taken: Taken, known?: Pick<Row, 'version' | 'first_seen'>): Promise<void> {
  const version = (known?.version ?? 0) + 1;
  const row = articleRow(taken, version, known?.first_seen ?? taken.seenAt.getTime());
  const { copy_of: _, ...changes } = row;
  // Whose text it first had stays as it was found.
  if (known) await tx.updateTable('articles').set(changes).where('id', '=', row.id).execute();
  else await tx.insertInto('articles').values(row).execute();
  if (taken.placed) await place(tx, taken.placed, row, known === undefined);
  const entities = await identify(tx, taken.reading.entities, taken.seenAt);
  await tx
    .insertInto('versions')
    .values(versionRow(taken, version, entities))
    .execute();
}

async function place(tx: Database, placed: Placed, row: ReturnType<typeof articleRow>, isNew: boolean): Promise<void> {
  const { number } = await tx
    .selectFrom('articles')
    .select('number')
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow();
  await keepTerms(tx, { number, datedAt: row.dated_at, isNew }, placed.terms, placed.telling);
  for (const [id, story] of placed.moves) {
    await tx.updateTable('articles').set({ story_id: story }).where('id', '=', id).execute();
    // What bears its name and was not looked at, being older, follows it.
    await tx.updateTable('articles').set({ story_id: story }).where('story_id', '=', id).execute();
  }
}

async function listCurrent({ kind }: Store, tx: Database, id: string): Promise<void> {
  await tx.updateTable('articles').set({ withdrawn_at: null }).where('id', '=', id).execute();
  await list(kind, tx, await current(tx, id));
}

async function unlistCurrent({ kind }: Store, tx: Database, id: string): Promise<void> {
  await unlist(kind, tx, await current(tx, id));
}

async function current(tx: Database, id: string): Promise<StoredArticle> {
  const { version } = await tx.selectFrom('articles').select('version').where('id', '=', id).executeTakeFirstOrThrow();
  const [stored] = await loadVersions(tx, [{ article: id, version }]);
  if (!stored) throw new Error(`Article ${id} has lost its version ${version}.`);
  return stored;
}
