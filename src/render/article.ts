import { datedAt, type KnownArticle } from '../model/article.ts';
import type { Passage, ReadArticle } from '../model/story.ts';
import type { Inline, Line } from './card.ts';
import { notReadFurther } from './language.ts';
import { clip } from './limits.ts';

const HEADLINE = 250;

/** An article's title, linked where it has an address. */
export function headline({ title, url }: KnownArticle): Inline {
  const label = [clip(title, HEADLINE)];
  return url ? { link: url, label } : label[0]!;
}

/** The outlet as the article names it, else the host of its address. */
export function outletOf({ outlet, url }: KnownArticle): string | undefined {
  if (outlet) return clip(outlet, 80);
  if (!url || !URL.canParse(url)) return undefined;
  return new URL(url).hostname.replace(/^www\./, '');
}

/** "The Harbour Post · 3 hours ago", "undated, first seen 3 hours ago", "… · in German, not read further". */
export function dateline(article: ReadArticle): Line {
  const outlet = outletOf(article) ?? 'no outlet named';
  const time: Inline = { time: datedAt(article), as: 'ago' };
  const when: Line = article.publishedAt ? [outlet, ' · ', time] : [outlet, ' · undated, first seen ', time];
  const note = notReadFurther(article.reading);
  return note ? [...when, ` · ${note}`] : when;
}

/** A sentence with a link to where it stands, for a line of its own. */
export function linked(passage: Passage): Line {
  const { article } = passage;
  if (!article.url) return [{ verbatim: passage }];
  return [{ verbatim: passage }, ' · ', { link: article.url, label: [outletOf(article) ?? 'source'], passage }];
}
