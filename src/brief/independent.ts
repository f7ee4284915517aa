import type { Outline } from '../model/story.ts';

/** The outlets of a story by who reports by itself: outlets that print one text, or one outlet's many texts, are one. */
export function independentIn(articles: readonly Pick<Outline, 'source' | 'copyOf'>[]): string[][] {
  const groups: { readonly texts: Set<string>; readonly sources: Set<string> }[] = [];
  for (const { source, copyOf } of articles) {
    const joined = groups.filter(({ texts, sources }) => texts.has(copyOf) || sources.has(source));
    const [group = { texts: new Set<string>(), sources: new Set<string>() }, ...others] = joined;
    if (joined.length === 0) groups.push(group);
    for (const other of others) {
      for (const text of other.texts) group.texts.add(text);
      for (const each of other.sources) group.sources.add(each);
      groups.splice(groups.indexOf(other), 1);
    }
    group.texts.add(copyOf);
    group.sources.add(source);
  }
  return groups.map(({ sources }) => [...sources]);
}

export const sourcesIn = (articles: readonly Pick<Outline, 'source'>[]): number =>
  new Set(articles.map(({ source }) => source)).size;
