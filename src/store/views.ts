import { type View, viewSchema } from '../model/view.ts';
import type { Store } from './store.ts';
import { parseStored } from './stored-json.ts';

/** Keeps a reply's buttons; the same view twice is kept once. */
export const keepView = (store: Store, view: View): Promise<void> => keepViews(store, [view]);

export async function keepViews({ write }: Pick<Store, 'write'>, views: readonly View[]): Promise<void> {
  const rows = views.map((view) => ({ id: view.id, made_at: Date.parse(view.askedAt), body: JSON.stringify(view) }));
  if (rows.length === 0) return;
  await write
    .insertInto('views')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function viewById({ read }: Store, id: string): Promise<View | undefined> {
  const row = await read.selectFrom('views').select('body').where('id', '=', id).executeTakeFirst();
  return row && parseStored(viewSchema, row.body, `View ${id}`);
}

/** Drops those asked for before an instant. @returns how many */
export async function dropViewsBefore({ write }: Store, at: Date): Promise<number> {
  const { numDeletedRows } = await write
    .deleteFrom('views')
    .where('made_at', '<', at.getTime())
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
