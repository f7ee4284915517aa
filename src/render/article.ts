import { datedAt } from '../model/article.ts';
import type { Hit } from '../model/briefing.ts';
import type { ListedArticle, Passage, ReadArticle } from '../model/story.ts';
import { storyAsk } from './asks.ts';
import type { Entry, Inline, Line } from './card.ts';
import { notReadFurther } from './language.ts';
import { clip } from './limits.ts';

const HEADLINE = 250;

/** An article's title, linked where it has an address. */
export function headline({ title, url }: ListedArticle): Inline {
  const label = [clip(title, HEADLINE)];
  return url ? { link: url, label } : label[0]!;
}

/** The outlet as the article names it, else the host of its address. */
export function outletOf({ outlet, url }: ListedArticle): string | undefined {
  if (outlet) return clip(outlet, 80);
  if (!url || !URL.canParse(url)) return undefined;
  return new URL(url).hostname.replace(/^www\./, '');
}

type Dated = ListedArticle & Partial<Pick<ReadArticle, 'reading' | 'excerpt'>>;

/** "The Harbour Post · 3 hours ago". */
export const dateline = (article: Dated): Line => [outletOf(article) ?? 'no outlet named', ' · ', ...age(article)];

/** "3 hours ago", "undated, first seen 3 hours ago", "… · only what its feed says of it". */
export function age(article: Dated): Line {
  const time: Inline = { time: datedAt(article), as: 'ago' };
  const language = article.reading && notReadFurther(article.reading);
  const notes = [article.excerpt && 'only what its feed says of it', language];
  return [
    ...(article.publishedAt ? [] : ['undated, first seen ']),
    time,
    ...notes.flatMap((note) => (note ? [` · ${note}`] : [])),
  ];
}

/** A sentence with a link to where it stands, for a line of its own: the outlet's name, or an arrow. */
export function linked(passage: Passage, { arrow = false } = {}): Line {
  const { article } = passage;
  if (!article.url) return [{ verbatim: passage }];
  // An arrow that stands alone in a line looks lost.
  if (arrow) return [{ verbatim: passage }, '\u00a0', { link: article.url, label: ['↗'], passage }];
  return [{ verbatim: passage }, ' · ', { link: article.url, label: [outletOf(article) ?? 'source'], passage }];
}

/** Sentences one below the other: an outlet is named where its words begin, and marked by an arrow where they go on. */
export const linkedInTurn = (passages: readonly Passage[]): Line[] =>
  passages.map((passage, place) => {
    const before = passages[place - 1];
    const same = before !== undefined && outletOf(before.article) === outletOf(passage.article);
    return linked(passage, { arrow: same });
  });

/** An article in a list of those that hold something: the sentence that does, if it is not the title, and its story to open. */
export const articleEntry = ({ article, sentence }: Hit): Entry => ({
  blocks: [
    { heading: [headline(article)] },
    ...(sentence ? [{ text: [{ verbatim: sentence }] }] : []),
    { small: dateline(article) },
  ],
  choices: [{ label: article.title, ask: storyAsk(article.storyId) }],
});
