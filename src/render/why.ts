import { datedAt } from '../model/article.ts';
import type { Fate } from '../model/fate.ts';
import { dateline, headline } from './article.ts';
import type { Block, Card, Line } from './card.ts';
import { count } from './count.ts';
import { articleRow } from './quotation.ts';

/** What happened to an article, step by step. */
export function whyCard(fate: Fate): Card {
  const { article, story, edition } = fate;
  const found = `Read: ${count(article.reading.sentences.length, 'sentence')}, ${count(article.reading.quotes.length, 'quote')}, ${count(article.reading.entities.length, 'name')}.`;
  const steps: Line[] = [
    ['First seen ', { time: article.firstSeen, as: 'moment' }, '.'],
    [found],
    [
      story.length === 1
        ? 'Its story: no other article tells it.'
        : `Its story: ${count(story.length, 'article')} tell it.`,
    ],
    edition
      ? ['The last edition here, of ', { time: new Date(edition.to), as: 'moment' }, `: ${outcome(fate)}`]
      : ['There has been no edition here yet.'],
  ];
  return {
    head: [{ title: [headline(article)] }, { small: dateline(article) }],
    entries: [{ blocks: steps.map((bullet): Block => ({ bullet })) }],
    foot: [],
    perPage: 1,
    buttons: [
      { label: 'Open the story', ask: { command: 'story', answers: { title: `#${article.storyId}` }, page: 0 } },
    ],
  };
}

function outcome({ article, edition, shownAt, leftOut }: Fate): string {
  if (shownAt !== undefined) return `its story was shown, in place ${shownAt}.`;
  if (leftOut?.step === 'told') return 'its story was left out: the channel had it before, and there was no new fact.';
  if (leftOut)
    return `its story was left out: it ranked ${leftOut.rank}, and ${edition?.entries.length ?? 0} were shown.`;
  const at = datedAt(article).toISOString();
  if (edition && (at > edition.to || (edition.from !== undefined && at <= edition.from))) {
    return 'it is not of that edition’s time.';
  }
  if (edition?.topic) return 'its story is not about the topic, or ranked too low to be remembered.';
  return 'it was read later, or its story ranked too low to be remembered.';
}

/** The same for machines. */
export const whyRow = ({ article, story, edition, shownAt, leftOut }: Fate): object => ({
  article: articleRow(article),
  story: article.storyId,
  articles: story.length,
  edition: edition?.id ?? null,
  shownAt: shownAt ?? null,
  leftOut: leftOut ?? null,
});
