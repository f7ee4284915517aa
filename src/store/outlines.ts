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

/** What stories are weighed by, of every listed article of a window. */
export async function outlinesIn({ read }: Store, { from, to, lateBy = 0 }: Window): Promise<Outline[]> {
  const rows = await read
    .selectFrom('articles')
    .select(['id', 'version', 'story_id', 'source', 'copy_of', 'dated_at', 'voices'])
    .where('withdrawn_at', 'is', null)
    .where('dated_at', '<=', to.getTime())
    .where('first_seen', '<=', to.getTime())
    .$if(from !== undefined, (some) => {
      const start = from?.getTime() ?? 0;
      return some
        .where('dated_at', '>', start - lateBy)
        .where((eb) => eb.or([eb('dated_at', '>', start), ...(lateBy > 0 ? [eb('first_seen', '>', start)] : [])]));
    })
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    storyId: row.story_id,
    source: row.source,
    copyOf: row.copy_of,
    datedAt: new Date(row.dated_at),
    voices: row.voices,
  }));
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
