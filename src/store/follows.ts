import type { Selectable } from 'kysely';
import { fold } from '../base/fold.ts';
import type { Follow } from '../model/follow.ts';
import type { ReadArticle } from '../model/story.ts';
import { loadArticles } from './articles/versions.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** @returns false where the member follows that already */
export async function addFollow({ write }: Store, follow: Follow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await write
    .insertInto('follows')
    .values({
      member: follow.member,
      guild: follow.guild,
      folded: fold(follow.name),
      name: follow.name,
      entity: follow.entity ?? null,
      told_to: follow.toldTo.getTime(),
      told_at: follow.toldAt?.getTime() ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Whom a member follows, in a server or in all, by name. */
export async function followsOf({ read }: Store, member: string, guild?: string): Promise<Follow[]> {
  const rows = await read
    .selectFrom('follows')
    .selectAll()
    .where('member', '=', member)
    .$if(guild !== undefined, (some) => some.where('guild', '=', guild ?? ''))
    .orderBy('folded')
    .orderBy('guild')
    .execute();
  return rows.map(followOf);
}

export async function allFollows({ read }: Store): Promise<Follow[]> {
  const rows = await read.selectFrom('follows').selectAll().orderBy('member').orderBy('folded').execute();
  return rows.map(followOf);
}

/** Ends a follow, in a server or in all. @returns how many there were */
export async function removeFollow({ write }: Store, member: string, name: string, guild?: string): Promise<number> {
  const { numDeletedRows } = await write
    .deleteFrom('follows')
    .where('member', '=', member)
    .where('folded', '=', fold(name))
    .$if(guild !== undefined, (some) => some.where('guild', '=', guild ?? ''))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Ends whatever a member follows. */
export async function removeFollowsOf({ write }: Store, member: string): Promise<void> {
  await write.deleteFrom('follows').where('member', '=', member).execute();
}

/** Notes up to when these follows are told, never an earlier instant than before; `toldAt` where it was written about them. */
export async function noteFollowed(
  { write }: Store,
  follows: readonly Follow[],
  { toldTo, toldAt }: { readonly toldTo: Date; readonly toldAt?: Date },
): Promise<void> {
  if (follows.length === 0) return;
  await write
    .updateTable('follows')
    .set((eb) => ({
      told_to: eb.case().when('told_to', '<', toldTo.getTime()).then(toldTo.getTime()).else(eb.ref('told_to')).end(),
      ...(toldAt && { told_at: toldAt.getTime() }),
    }))
    .where((eb) => eb.or(follows.map(({ member, guild, name }) => eb.and({ member, guild, folded: fold(name) }))))
    .execute();
}

/** Listed articles first seen after an instant and up to another, oldest first, with the entities each names. */
export async function articlesSeen(
  { read }: Store,
  after: Date,
  upTo: Date,
  limit: number,
): Promise<{ readonly article: ReadArticle; readonly names: ReadonlyMap<string, number> }[]> {
  const rows = await read
    .selectFrom('articles')
    .select(['id as article', 'version'])
    .where('withdrawn_at', 'is', null)
    .where('first_seen', '>', after.getTime())
    .where('first_seen', '<=', upTo.getTime())
    .orderBy('first_seen')
    .orderBy('id')
    .limit(limit)
    .execute();
  if (rows.length === 0) return [];
  const mentions = await read
    .selectFrom('mentions')
    .select(['article_id', 'entity_id', 'local'])
    .where(
      'article_id',
      'in',
      rows.map(({ article }) => article),
    )
    .execute();
  return (await loadArticles(read, rows)).map((article) => {
    const ours = mentions.filter(({ article_id }) => article_id === article.id);
    return { article, names: new Map(ours.map(({ entity_id, local }) => [entity_id, local])) };
  });
}

const followOf = (row: Selectable<Tables['follows']>): Follow => ({
  member: row.member,
  guild: row.guild,
  name: row.name,
  ...(row.entity !== null && { entity: row.entity }),
  toldTo: new Date(row.told_to),
  ...(row.told_at !== null && { toldAt: new Date(row.told_at) }),
});
