import type { Insertable } from 'kysely';
import { fold } from '../../base/fold.ts';
import type { Tables } from '../tables.ts';
import type { Taken } from './taken.ts';

/** What an article is found by; it always speaks of the current version. */
export function articleRow(taken: Taken, version: number, firstSeen: number) {
  const { id, title, url, outlet, publishedAt } = taken.article;
  const foldedOutlet = outlet === undefined ? null : fold(outlet);
  return {
    id,
    version,
    content_hash: taken.contentHash,
    story_id: taken.storyId,
    first_seen: firstSeen,
    dated_at: publishedAt?.getTime() ?? firstSeen,
    withdrawn_at: null,
    title,
    folded_title: fold(title),
    url: url ?? null,
    outlet: outlet ?? null,
    folded_outlet: foldedOutlet,
    source: foldedOutlet || hostOf(url) || id,
    copy_of: taken.placed?.copyOf ?? id,
    voices: new Set(taken.reading.quotes.flatMap(({ speaker }) => speaker?.names ?? [])).size,
  } satisfies Insertable<Tables['articles']>;
}

const hostOf = (url = '') => (URL.canParse(url) ? new URL(url).hostname : '');

/** What an article says. `entities` are the ids of those it names, at the places of `Reading.entities`. */
export function versionRow({ article, seenAt, reading }: Taken, version: number, entities: readonly string[]) {
  return {
    article_id: article.id,
    version,
    seen_at: seenAt.getTime(),
    title: article.title,
    text: article.text,
    url: article.url ?? null,
    outlet: article.outlet ?? null,
    author: article.author ?? null,
    language: article.language ?? null,
    published_at: article.publishedAt?.getTime() ?? null,
    captions: JSON.stringify(article.captions ?? []),
    excerpt: article.excerpt ? 1 : 0,
    reading: JSON.stringify(reading),
    entities: JSON.stringify(entities),
  } satisfies Insertable<Tables['versions']>;
}
