import type { Database } from '../store.ts';

/** The articles any list may show, to be ordered and loaded: not withdrawn. */
export const listed = (db: Database) =>
  db.selectFrom('articles').select(['id as article', 'version']).where('withdrawn_at', 'is', null);

type Listed = ReturnType<typeof listed>;

/** Without those first seen later, so that a reply's second page goes on where its first one ended. */
export const seenBy = (some: Listed, asOf: Date): Listed => some.where('first_seen', '<=', asOf.getTime());

export const newestFirst = (some: Listed): Listed => some.orderBy('dated_at', 'desc').orderBy('id', 'desc');
