import { type Edition, editionSchema } from '../model/edition.ts';
import type { Store } from './store.ts';
import { parseStored } from './stored-json.ts';

/** Editions never change: one that is kept already stays as it is. */
export async function keepEdition({ write }: Pick<Store, 'write'>, edition: Edition, madeAt: Date): Promise<void> {
  await write
    .insertInto('editions')
    .values({ id: edition.id, scope: edition.scope, made_at: madeAt.getTime(), body: JSON.stringify(edition) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function editionById({ read }: Store, id: string): Promise<Edition | undefined> {
  const row = await read.selectFrom('editions').select('body').where('id', '=', id).executeTakeFirst();
  return row && parseStored(editionSchema, row.body, `Edition ${id}`);
}

/** The newest edition of a server, a member's direct messages or the command line. */
export async function lastEdition({ read }: Store, scope: string): Promise<Edition | undefined> {
  const row = await read
    .selectFrom('editions')
    .select(['id', 'body'])
    .where('scope', '=', scope)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && parseStored(editionSchema, row.body, `Edition ${row.id}`);
}
