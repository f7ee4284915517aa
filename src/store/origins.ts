import type { Store } from './store.ts';

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
