import type { Store } from '../store.ts';

/** The origins of a kind ("file:") that still have articles. */
export async function originsOf({ read }: Store, kind: string): Promise<string[]> {
  const rows = await read
    .selectFrom('origins')
    .select('origin')
    .distinct()
    .where('origin', '>=', kind)
    .where('origin', '<', `${kind}\u{10ffff}`)
    .orderBy('origin')
    .execute();
  return rows.map(({ origin }) => origin);
}

/** The hash of each entry of a feed as it was last taken in, by its article's id. */
export async function entryHashes({ read }: Store, origin: string): Promise<ReadonlyMap<string, string>> {
  const rows = await read
    .selectFrom('origins')
    .select(['article_id', 'entry_hash'])
    .where('origin', '=', origin)
    .where('entry_hash', 'is not', null)
    .execute();
  return new Map(rows.map(({ article_id, entry_hash }) => [article_id, entry_hash ?? '']));
}
