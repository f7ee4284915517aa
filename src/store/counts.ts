import type { Counts } from '../model/briefing.ts';
import type { Store } from './store.ts';

/** How much is listed; articles first seen later are left out. */
export async function counts({ read }: Store, asOf: Date): Promise<Counts> {
  const at = asOf.getTime();
  const articles = await read
    .selectFrom('articles')
    .select((eb) => [
      eb.fn.countAll<number>().as('articles'),
      eb.fn.count<number>('story_id').distinct().as('stories'),
      eb.fn.count<number>('folded_outlet').distinct().as('outlets'),
      eb.fn.max<number | null>('dated_at').as('newest'),
    ])
    .where('withdrawn_at', 'is', null)
    .where('first_seen', '<=', at)
    .executeTakeFirstOrThrow();
  const { quotes } = await read
    .selectFrom('quotes')
    .select((eb) => eb.fn.countAll<number>().as('quotes'))
    .where('first_seen', '<=', at)
    .executeTakeFirstOrThrow();
  const types = await read
    .selectFrom('entities')
    .select((eb) => ['type', eb.fn.countAll<number>().as('named')])
    .where('articles', '>', 0)
    .where('made_at', '<=', at)
    .groupBy('type')
    .execute();
  const named = {
    person: 0,
    organization: 0,
    place: 0,
    ...Object.fromEntries(types.map((row) => [row.type, row.named])),
  };
  const { newest, ...totals } = articles;
  return { ...totals, quotes, named, ...(newest !== null && { newest: new Date(newest) }) };
}
