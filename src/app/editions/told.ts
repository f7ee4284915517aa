import { DAY } from '../../base/clock.ts';
import type { ArticleReference } from '../../model/edition.ts';
import { storiesOf } from '../../store/articles/outlines.ts';
import { editionsToldTo } from '../../store/schedules/told.ts';
import type { Store } from '../../store/store.ts';

/** A story that comes back after this is news again. */
const REMEMBERED = 14 * DAY;

/** What a channel has been told: the articles of every story it was shown, by the story's name today. */
export type Told = ReadonlyMap<string, readonly ArticleReference[]>;

/** What was posted to a channel in the two weeks before a slot. */
export async function toldTo(store: Store, channel: string, slot: Date): Promise<Told> {
  const after = new Date(slot.getTime() - REMEMBERED);
  const editions = await editionsToldTo(store, channel, { after, before: slot });
  const references = new Map<string, ArticleReference>();
  for (const { entries } of editions)
    for (const { lead, sources } of entries)
      for (const each of [lead, ...sources]) if (!references.has(each.article)) references.set(each.article, each);
  const stories = await storiesOf(store, [...references.keys()]);
  const told = new Map<string, ArticleReference[]>();
  for (const [article, reference] of references) {
    const story = stories.get(article);
    if (story) told.set(story, [...(told.get(story) ?? []), reference]);
  }
  return told;
}
