import type { Passage, QuoteInArticle, ReadArticle } from './story.ts';

/** The first role the article states for one of its entities. */
export function roleIn(article: ReadArticle, local: number): Passage | undefined {
  const span = article.reading.entities[local]?.roles[0];
  return span && { article, span };
}

/** The speaker's stated role; none for several speakers, whose roles differ. */
export function roleOfSpeaker({ article, quote }: QuoteInArticle): Passage | undefined {
  const [local, ...others] = quote.speaker?.entities ?? [];
  return local === undefined || others.length > 0 ? undefined : roleIn(article, local);
}
