import type { StoryInFull } from '../model/briefing.ts';
import { slice } from '../model/span.ts';
import type { Passage, QuoteInArticle } from '../model/story.ts';
import type { Ask } from '../model/view.ts';
import { dateline, headline, linked } from './article.ts';
import type { Card, Entry } from './card.ts';
import { articleRow, quotation, quoteRow } from './quotation.ts';
import { knownLine, personChoice } from './who.ts';

const PER_PAGE = 6;
const PEOPLE = 20;
const SOURCES = 10;

/** A story whole: what happened, every quote, the people, the sources in order of time. */
export function storyCard(story: StoryInFull, back?: Ask): Card {
  const { lead, articles, summary, quotes, people } = story;
  const shown = people.slice(0, PEOPLE);
  const entries: Entry[] = [
    { blocks: summary.map((passage) => ({ text: linked(passage) })) },
    ...quotes.map((quoted) => ({
      blocks: [quotation(quoted)],
      buttons: [{ label: 'In context', ask: contextAsk(quoted) }],
    })),
    {
      blocks:
        people.length === 0 ? [] : [{ heading: ['People'] }, ...shown.map((person) => ({ bullet: knownLine(person) }))],
      choices: shown.map(personChoice),
    },
    {
      blocks: [
        { heading: [articles.length === 1 ? 'Source' : 'Sources, oldest first'] },
        ...articles.slice(0, SOURCES).map((article) => ({ bullet: [headline(article), ' · ', ...dateline(article)] })),
        ...(articles.length > SOURCES ? [{ small: [`and ${articles.length - SOURCES} more`] }] : []),
      ],
    },
  ];
  return {
    head: [{ title: [headline(lead)] }, { small: dateline(lead) }],
    entries: entries.filter(({ blocks }) => blocks.length > 0),
    foot: [],
    perPage: PER_PAGE,
    menu: 'Who is this?',
    ...(back && { buttons: [{ label: 'Back', ask: back }] }),
  };
}

/** What "In context" asks for. */
export const contextAsk = ({ article, index }: QuoteInArticle): Ask => ({
  command: 'story',
  answers: { title: `#${article.storyId}`, quote: `${article.id}@${article.version}:${index}` },
  page: 0,
});

/** The paragraph around a quote, as it stands in the article. */
export function contextCard(quoted: QuoteInArticle, paragraph: Passage, back: Ask): Card {
  const { article } = quoted;
  return {
    head: [{ heading: [headline(article)] }, { small: dateline(article) }],
    entries: [{ blocks: [{ text: [{ verbatim: paragraph }] }, quotation(quoted)] }],
    foot: [],
    perPage: 1,
    buttons: [{ label: 'Back', ask: back }],
  };
}

/** A story as one row for machines. */
export function storyRow({ id, lead, articles, summary, quotes, people }: StoryInFull): object {
  return {
    story: id,
    title: lead.title,
    summary: summary.map(({ article, span }) => ({ text: slice(article.text, span), ...span, article: article.id })),
    quotes: quotes.map(quoteRow),
    people: people.map(({ entity }) => entity.name),
    sources: articles.map(articleRow),
  };
}
