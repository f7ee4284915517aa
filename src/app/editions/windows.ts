import { groupStories } from '../../brief/compose.ts';
import type { Outline, Story } from '../../model/story.ts';
import { outlinesIn, type Window } from '../../store/articles/outlines.ts';
import { choicesOf } from '../../store/feeds/audiences.ts';
import { scopedTo } from '../../store/scoped.ts';
import type { Store } from '../../store/store.ts';

/** What a window holds: every listed article, and the stories they tell. */
export interface Held {
  readonly articles: readonly Outline[];
  readonly stories: readonly Story[];
}

export async function heldIn(store: Store, window: Window): Promise<Held> {
  const articles = await outlinesIn(store, window);
  return { articles, stories: groupStories(articles) };
}

/** What a window holds for a server. */
export type Windows = (guild: string, window: Window) => Promise<Held>;

/** Those of a minute, each a few megabytes where there is much news. */
const KEPT = 4;

/**
 * Looks a window up once for all servers that read the same feeds: of a thousand channels due in one minute, most want
 * the same one. For one round of deliveries: what comes in meanwhile came after their slots.
 */
export function shareWindows(store: Store): Windows {
  const known = new Map<string, Promise<Held>>();
  return async (guild, window) => {
    const key = JSON.stringify([await choicesOf(store, guild), window]);
    const held = known.get(key) ?? heldIn(scopedTo(store, guild), window);
    // The one asked for last comes last.
    known.delete(key);
    known.set(key, held);
    for (const oldest of known.keys()) if (known.size > KEPT) known.delete(oldest);
    held.catch(() => known.delete(key));
    return held;
  };
}
