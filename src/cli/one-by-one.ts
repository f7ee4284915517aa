import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeInStory } from '../app/ingest/place.ts';
import type { ToldWhen } from '../brief/same-story.ts';
import type { Reading } from '../model/reading.ts';
import { keepArticle } from '../store/articles/keep.ts';
import { storiesOf } from '../store/articles/outlines.ts';
import { openStore } from '../store/open.ts';

const UNREAD: Reading = { sentences: [], summary: [], quotes: [], entities: [] };

/** The stories of articles that come in one after another, as the bot takes them in; in a database of their own. */
export async function storiesOneByOne(articles: readonly ToldWhen[]): Promise<number[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lede-stories-'));
  const store = await openStore({ dataDir, file: 'stories.db' });
  const seenAt = new Date();
  try {
    for (const [place, { title, text, publishedAt }] of articles.entries()) {
      const article = { id: String(place), title, text, ...(publishedAt && { publishedAt }) };
      const { storyId, ...placed } = await placeInStory(
        store,
        { ...article, version: 1, firstSeen: seenAt },
        undefined,
      );
      const taken = { article, contentHash: article.id, origin: 'standard input', seenAt, storyId, placed };
      await keepArticle(store, { ...taken, reading: UNREAD });
    }
    const stories = await storiesOf(store, [...articles.keys()].map(String));
    return [...articles.keys()].map((place) => Number(stories.get(String(place))));
  } finally {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
