import type { Article } from '../model/article.ts';
import type { LocalEntity, Reading } from '../model/reading.ts';
import type { Span } from '../model/span.ts';
import { type Passage, quotesIn, type ReadArticle } from '../model/story.ts';
import type { Block, Card, Line } from './card.ts';
import { notReadFurther } from './language.ts';
import { clipName } from './limits.ts';
import { quotation } from './quotation.ts';

const HEADINGS = { person: 'People', organization: 'Organisations', place: 'Places' } as const;

/** What the reader found in one article that need not be stored: for `lede read`. */
export function readingCard(found: Pick<Article, 'id' | 'title' | 'text'>, reading: Reading): Card {
  const article: ReadArticle = { ...found, reading, storyId: found.id, version: 1, firstSeen: new Date(0) };
  const passage = (span: Span): Passage => ({ article, span });
  const list = (type: LocalEntity['type']): Block[] => {
    const some = reading.entities.filter((entity) => entity.type === type);
    return some.length === 0
      ? []
      : [{ heading: [HEADINGS[type]] }, ...some.map((entity) => ({ bullet: named(article, entity) }))];
  };
  const sections: Block[][] = [
    reading.summary.map((span) => ({ text: [{ verbatim: passage(span) }] })),
    ...quotesIn(article).map((quoted) => [quotation(quoted)]),
    list('person'),
    list('organization'),
    list('place'),
  ];
  const note = notReadFurther(reading);
  return {
    head: [{ title: [found.title || found.id] }, ...(note ? [{ small: [note] }] : [])],
    entries: sections.filter((blocks) => blocks.length > 0).map((blocks) => ({ blocks })),
    foot: [],
    perPage: 1,
  };
}

/** A name as the article gives it, with the role it states. */
export const named = (article: ReadArticle, { name, roles }: LocalEntity): Line => [
  clipName(name),
  ...(roles[0] ? [' · ', { verbatim: { article, span: roles[0] } }] : []),
];
