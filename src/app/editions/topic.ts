import { type Alternative, parseTopic } from '../../model/topic.ts';
import { articlesNaming } from '../../store/entities/appearances.ts';
import { fittingIds } from '../../store/search/search.ts';
import type { Store } from '../../store/store.ts';
import { identify } from '../newsroom/dossiers.ts';

interface Window {
  readonly since?: Date | undefined;
  readonly asOf: Date;
}

/**
 * The articles that are about a topic: that hold its words, or name the one person, organisation or place it names,
 * in whatever form. @throws UserError where the topic cannot be understood
 */
export async function topicArticles(store: Store, topic: string, window: Window): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const alternative of parseTopic(topic)) {
    for (const id of await articlesOn(store, alternative, window)) found.add(id);
  }
  return found;
}

async function articlesOn(store: Store, { words, not }: Alternative, window: Window): Promise<ReadonlySet<string>> {
  const about = words.join(' ');
  const found = await fittingIds(store, { words: about, ...window });
  const { fits } = await identify(store, about.replace(/["“”]/g, ''));
  if (fits.length === 1) for (const id of await articlesNaming(store, fits[0]!.id, window)) found.add(id);
  for (const word of not) for (const id of await fittingIds(store, { words: word, ...window })) found.delete(id);
  return found;
}
