import { fittingIds } from '../store/search.ts';
import type { Store } from '../store/store.ts';

/** The articles that are about a topic. */
export const topicArticles = (
  store: Store,
  topic: string,
  { since, asOf }: { readonly since: Date | undefined; readonly asOf: Date },
): Promise<ReadonlySet<string>> => fittingIds(store, { words: topic, since, asOf });
