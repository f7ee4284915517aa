import { type SqlBool, sql } from 'kysely';
import type { Outline } from '../model/story.ts';
import { chunks } from './chunks.ts';
import type { Store } from './store.ts';

export interface Window {
  /** Articles after this instant; from the beginning where it is left out. */
  readonly from?: Date | undefined;
  /** Up to this instant, itself included: of two windows that meet, each article is in one. Nothing seen later counts. */
  readonly to: Date;
  /** Milliseconds: an article first seen in the window belongs to it though it is so much older than its beginning. */
  readonly lateBy?: number | undefined;
}

/**
 * What stories are weighed by, of every listed article of a window. It comes as one text, a line each: of 100,000 articles
 * that takes a third less than rows do. A column with a plus is looked up in no index: nearly every article is of before
 * `to`, and through an index they come one by one.
 */
export async function outlinesIn({ read }: Store, { from, to, lateBy = 0 }: Window): Promise<Outline[]> {
  const { lines } = await read
    .selectFrom('articles')
    .select(
      sql<
        string | null
      >`string_agg(id || ' ' || version || ' ' || story_id || ' ' || copy_of || ' ' || dated_at || ' ' ||
        voices || ' ' || source, ${sql.lit(END)})`.as('lines'),
    )
    .where('withdrawn_at', 'is', null)
    .where(sql<SqlBool>`+first_seen <= ${to.getTime()}`)
    .$if(from === undefined, (some) => some.where(sql<SqlBool>`+dated_at <= ${to.getTime()}`))
    .$if(from !== undefined, (some) => {
      const start = from?.getTime() ?? 0;
      return some
        .where('dated_at', '<=', to.getTime())
        .where('dated_at', '>', start - lateBy)
        .where((eb) => eb.or([eb('dated_at', '>', start), ...(lateBy > 0 ? [eb('first_seen', '>', start)] : [])]));
    })
    .executeTakeFirstOrThrow();
  return lines?.split(END).map(outlineOf) ?? [];
}

/** Nothing that is stored in one line holds it. */
const END = '\n';
/** Before the source. */
const PARTS = 6;

/** Ids have no spaces; the source, an outlet's name, may have. */
function outlineOf(line: string): Outline {
  const parts = line.split(' ', PARTS);
  const [id, version, storyId, copyOf, datedAt, voices] = parts;
  return {
    id: id!,
    version: Number(version),
    storyId: storyId!,
    source: line.slice(parts.reduce((length, part) => length + part.length + 1, 0)),
    copyOf: copyOf!,
    datedAt: new Date(Number(datedAt)),
    voices: Number(voices),
  };
}

/** The stories of these articles, whatever they were called when the articles were shown. */
export async function storiesOf({ read }: Store, articles: readonly string[]): Promise<Map<string, string>> {
  const stories = new Map<string, string>();
  for (const some of chunks(articles)) {
    const rows = await read.selectFrom('articles').select(['id', 'story_id']).where('id', 'in', some).execute();
    for (const row of rows) stories.set(row.id, row.story_id);
  }
  return stories;
}
