import { type SqlBool, sql } from 'kysely';
import type { Outline } from '../../model/story.ts';
import { chunks } from '../chunks.ts';
import { shown } from '../scoped.ts';
import type { Store } from '../store.ts';

export interface Window {
  /** Articles after this instant; from the beginning where it is left out. */
  readonly from?: Date | undefined;
  /** Up to this instant, itself included: of two windows that meet, each article is in one. Nothing seen later counts. */
  readonly to: Date;
  /** Milliseconds: an article first seen in the window belongs to it though it is so much older than its beginning. */
  readonly lateBy?: number | undefined;
}

/** Of an outline, as they are stored. */
const COLUMNS = ['id', 'version', 'story_id', 'source', 'copy_of', 'dated_at', 'voices'] as const;
/** Between the values of a column. No value holds it: each is stored in one line. */
const END = '\n';

/**
 * What stories are weighed by, of every listed article of a window. Each column comes as one text: of 100,000 articles that
 * takes half as long as rows do. A column with a plus is looked up in no index: nearly every article is of before `to`,
 * and through an index they come one by one.
 */
export async function outlinesIn({ read }: Store, { from, to, lateBy = 0 }: Window): Promise<Outline[]> {
  const columns = await read
    .selectFrom('articles')
    .select(
      COLUMNS.map((name) => sql<string | null>`string_agg(cast(${sql.ref(name)} as text), ${sql.lit(END)})`.as(name)),
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
  return outlinesOf(columns);
}

function outlinesOf(columns: Readonly<Record<(typeof COLUMNS)[number], string | null>>): Outline[] {
  if (columns.id === null) return [];
  const [ids, versions, stories, sources, texts, dates, voices] = COLUMNS.map((name) => columns[name]!.split(END));
  return ids!.map((id, place) => ({
    id,
    version: Number(versions![place]),
    storyId: stories![place]!,
    source: sources![place]!,
    copyOf: texts![place]!,
    datedAt: new Date(Number(dates![place])),
    voices: Number(voices![place]),
  }));
}

/** The stories of these articles, whatever they were called when the articles were shown. */
export async function storiesOf(store: Store, articles: readonly string[]): Promise<Map<string, string>> {
  const stories = new Map<string, string>();
  for (const some of chunks(articles)) {
    const rows = await shown(store).selectFrom('articles').select(['id', 'story_id']).where('id', 'in', some).execute();
    for (const row of rows) stories.set(row.id, row.story_id);
  }
  return stories;
}
