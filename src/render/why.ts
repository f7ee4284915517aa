import { datedAt } from '../model/article.ts';
import type { Fate, RefusedFate } from '../model/fate.ts';
import type { RefusedAt } from '../model/refused.ts';
import { dateline, headline } from './article.ts';
import { storyAsk } from './asks.ts';
import type { Block, Card, Line } from './card.ts';
import { count } from './count.ts';
import { clip } from './limits.ts';
import { articleRow } from './quotation.ts';

/** What happened to an article, step by step. */
export function whyCard(fate: Fate): Card {
  const { article, story, edition, page } = fate;
  const found = `Read: ${count(article.reading.sentences.length, 'sentence')}, ${count(article.reading.quotes.length, 'quote')}, ${count(article.reading.entities.length, 'name')}.`;
  const steps: Line[] = [
    ['First seen ', { time: article.firstSeen, as: 'moment' }, '.'],
    ...(page ? [[`Its page was not read: ${page.reason}. This is what its feed says of it.`]] : []),
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
    buttons: [{ label: 'Open the story', ask: storyAsk(article.storyId) }],
  };
}

function outcome({ article, edition, shownAt, leftOut }: Fate): string {
  if (shownAt !== undefined)
    return `its story was shown, as number ${shownAt} of ${edition?.entries.length ?? shownAt}.`;
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

const AT: Readonly<Record<RefusedAt, string>> = {
  file: 'It was not taken in from its file',
  entry: 'It was not taken in from its feed',
  page: 'Its page was not read',
  reading: 'It could not be read',
};

/** What was not taken in, and why. */
export function refusedCard({ refused, from }: RefusedFate): Card {
  const { title, url, step, reason, at } = refused;
  const name = clip(title, 250);
  return {
    head: [{ title: [url ? { link: url, label: [name] } : name] }, { small: ['from ', clip(from, 100)] }],
    entries: [
      {
        blocks: [
          { bullet: [`${AT[step]}: ${reason}.`] },
          { bullet: ['Last tried ', { time: at, as: 'moment' }, '.'] },
          { bullet: ['So no briefing and no search shows it.'] },
        ],
      },
    ],
    foot: [],
    perPage: 1,
  };
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

export const refusedRow = ({ refused }: RefusedFate): object => ({ refused });
