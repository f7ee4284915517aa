import type { Selectable } from 'kysely';
import { fold } from '../../base/fold.ts';
import type { Refused } from '../../model/refused.ts';
import { startsWith } from '../search/starts-with.ts';
import { wordStarts } from '../search/word-starts.ts';
import type { Store } from '../store.ts';
import type { Tables } from '../tables.ts';

/** Kept of one origin, the newest: a file of 100,000 bad rows is one mistake. */
const KEPT = 100;
/** Characters of a title and of a reason. */
const LONGEST = 300;

/** Writes down what an origin offered that was not taken in; what was known of the same thing before is replaced. */
export async function noteRefused({ write }: Store, refused: readonly Refused[]): Promise<void> {
  for (const origin of new Set(refused.map((each) => each.origin))) {
    const rows = new Map(refused.filter((each) => each.origin === origin).map((each) => [each.key, rowOf(each)]));
    await write.transaction().execute(async (transaction) => {
      for (const row of [...rows.values()].slice(0, KEPT)) {
        const { origin: _, key: __, ...rest } = row;
        await transaction
          .insertInto('refusals')
          .values(row)
          .onConflict((conflict) => conflict.columns(['origin', 'key']).doUpdateSet(rest))
          .execute();
      }
      await transaction
        .deleteFrom('refusals')
        .where('origin', '=', origin)
        .where('key', 'not in', (eb) =>
          eb
            .selectFrom('refusals')
            .select('key')
            .where('origin', '=', origin)
            .orderBy('at', 'desc')
            .orderBy('key')
            .limit(KEPT),
        )
        .execute();
    });
  }
}

/** The same for an origin that was read whole: what was noted of it before is forgotten. */
export async function replaceRefused(store: Store, origin: string, refused: readonly Refused[]): Promise<void> {
  await store.write.deleteFrom('refusals').where('origin', '=', origin).execute();
  await noteRefused(store, refused);
}

/** The newest refusal of an article's id; else of this title, whose first 100 characters are enough. */
export async function refusedOf({ read }: Store, wanted: { id: string; title?: string }): Promise<Refused | undefined> {
  const newest = read.selectFrom('refusals').selectAll().orderBy('at', 'desc').limit(1);
  const known = await newest.where('key', '=', wanted.id).executeTakeFirst();
  const folded = fold(wanted.title ?? '');
  const row =
    known ??
    (folded === ''
      ? undefined
      : await newest.where((eb) => startsWith(eb.ref('folded_title'), folded)).executeTakeFirst());
  return row && refusedFrom(row);
}

/** Titles of what was refused, with for each word typed a word that begins with it, the newest first. */
export async function refusedLike({ read }: Store, typed: string, limit: number): Promise<Refused[]> {
  const rows = await read
    .selectFrom('refusals')
    .selectAll()
    .where((eb) => eb.and(wordStarts(eb.ref('folded_title'), typed)))
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(refusedFrom);
}

export async function dropRefusedBefore({ write }: Store, before: Date): Promise<void> {
  await write.deleteFrom('refusals').where('at', '<', before.getTime()).execute();
}

function rowOf({ title, url, reason, at, ...same }: Refused): Tables['refusals'] {
  const kept = title.slice(0, LONGEST);
  return {
    ...same,
    title: kept,
    folded_title: fold(kept),
    url: url ?? null,
    reason: reason.slice(0, LONGEST),
    at: at.getTime(),
  };
}

function refusedFrom({ origin, key, title, url, step, reason, at }: Selectable<Tables['refusals']>): Refused {
  return { origin, key, title, ...(url && { url }), step, reason, at: new Date(at) };
}
