import { cleanLine } from '../../src/intake/clean.ts';
import type { Briefing, Dossier, StoryInFull } from '../../src/model/briefing.ts';
import type { EditionEntry } from '../../src/model/edition.ts';
import type { Entity } from '../../src/model/entity.ts';
import type { KnownFeed } from '../../src/model/feed.ts';
import type { Delivery, Schedule } from '../../src/model/schedule.ts';
import { quotesIn } from '../../src/model/story.ts';
import { aboutCard } from '../../src/render/about.ts';
import { briefCard, scheduledBrief } from '../../src/render/brief.ts';
import { type Card, notice } from '../../src/render/card.ts';
import { deliveriesCard } from '../../src/render/deliveries.ts';
import { feedAddedCard, feedCheckCard, feedRemovedCard, feedsCard } from '../../src/render/feeds.ts';
import { followedCard, followsCard } from '../../src/render/follow.ts';
import { notReadCard, pageCard } from '../../src/render/page.ts';
import { noQuotesCard, quotesCard } from '../../src/render/quotes.ts';
import { readingCard } from '../../src/render/reading.ts';
import { previewCard, scheduledCard, schedulesCard, suspendedCard } from '../../src/render/schedule.ts';
import { nothingFoundCard, searchCard } from '../../src/render/search.ts';
import { contextAsk, contextCard, storyCard } from '../../src/render/story.ts';
import { candidatesCard, whoCard } from '../../src/render/who.ts';
import { refusedCard, whyCard } from '../../src/render/why.ts';
import { articleOf } from './hostile-news.ts';

const AT = new Date('2026-03-02T07:00:00Z');

/** Every card there is, with `bait` in every field that comes from outside. */
export function cardsOf(bait: string, link: string): Readonly<Record<string, Card>> {
  const article = articleOf(bait, link);
  const many = Array.from({ length: 3 }, (_, index) => ({ ...article, id: `a${index}` }));
  const quotes = quotesIn(article);
  const [quote] = quotes;
  const passage = { article, span: { start: 0, end: article.text.length } };
  const name = cleanLine(bait);
  const entity: Entity = { id: 'e1', type: 'person', name, aliases: Array.from({ length: 9 }, () => name) };
  const candidate = { entity, known: passage };
  const topic = bait.slice(0, 100);
  const entry: EditionEntry = {
    story: 'a1',
    lead: { article: 'a1', version: 1 },
    sources: [],
    sentences: [],
    score: {},
    changed: true,
    outlets: 9,
    independent: 3,
  };
  const edition: Briefing['edition'] = {
    id: 'ed1',
    scope: 'cli',
    from: AT.toISOString(),
    to: AT.toISOString(),
    topic,
    older: false,
    entries: many.map(() => entry),
    developing: [],
    leftOut: [],
    receipt: {
      read: 9,
      stories: 9,
      shown: 9,
      feedsDown: Array.from({ length: 5 }, () => ({ title: bait, since: AT.toISOString() })),
    },
  };
  const briefing: Briefing = {
    edition,
    developing: many.slice(0, 5),
    stories: many.map((lead) => ({
      id: lead.id,
      lead,
      sources: many,
      sentences: [passage, passage, passage],
      people: [name, name, name],
      entry,
      ...(quote && { quote }),
    })),
  };
  const person = { ...candidate, roles: [passage, passage, passage] };
  const story: StoryInFull = {
    id: 'a1',
    articles: many,
    lead: article,
    summary: [passage, passage],
    quotes,
    otherWordings: new Map([[quotes[0]!, quotes]]),
    people: Array.from({ length: 8 }, (_, index) => (index % 2 ? person : { ...person, roles: [] })),
  };
  const dossier: Dossier = {
    entity,
    roles: [passage, passage],
    quotes,
    articles: many,
    totals: { quotes: 99, articles: 99 },
    companions: many.map(() => ({ entity, articles: 2 })),
  };
  const schedule: Schedule = {
    id: 'abcdef',
    guild: '100000000000000001',
    channel: '100000000000000002',
    role: '100000000000000003',
    kind: 'announcement',
    expression: bait.slice(0, 100),
    zone: bait.slice(0, 100),
    topic,
    stories: 6,
    madeBy: '100000000000000004',
    madeAt: AT,
    state: 'suspended',
    stateSince: AT,
    reason: bait.slice(0, 1_000),
    nextSlot: AT,
  };
  const delivery: Delivery = {
    schedule: 'abcdef',
    slot: AT,
    state: 'pending',
    reason: bait.slice(0, 1_000),
    attempts: 3,
    dueAt: AT,
  };
  const feed: KnownFeed = {
    id: 'f1',
    url: link,
    title: bait.slice(0, 200),
    common: true,
    nextAt: AT,
    failingSince: AT,
    failures: 9,
    reason: bait,
  };
  const { title: _, ...untitled } = feed;
  const planned = {
    schedule,
    next: [AT],
    reduced: [{ permission: bait.slice(0, 100), without: bait.slice(0, 100) }],
    offTopic: true,
  };
  const news = many.map((each) => ({ article: each, names: [topic, name], sentence: passage }));
  const other = { link: 'https://port.example/bait', ask: contextAsk(quotes[0]!) };
  return {
    '/brief': briefCard(briefing, { late: true, explain: true }),
    '/brief, nothing new': briefCard({ ...briefing, edition: { ...edition, older: true } }),
    'a quiet day': scheduledBrief({ ...briefing, stories: [] }),
    '/story': storyCard(story, { title: bait }),
    'its quotes': storyCard(story, { title: bait, only: 'quotes' }),
    'its people': storyCard(story, { title: bait, only: 'people' }),
    'in context': contextCard(quotes[0]!, passage, contextAsk(quotes[0]!)),
    '/who': whoCard(dossier),
    '/who without a role': whoCard({ ...dossier, roles: [], named: passage }),
    '/who of several': candidatesCard(bait, [candidate, candidate], false),
    '/who of nobody': candidatesCard(bait, [candidate], true),
    '/quotes': quotesCard(['Quotes — ', name, ' about ', topic], quotes, 9),
    '/quotes of none': noQuotesCard({ about: bait }, name),
    '/search': searchCard(
      bait,
      many.map((each) => ({ article: each, sentence: passage })),
      99,
    ),
    '/search of nothing': nothingFoundCard({ words: bait, outlet: bait, days: 3 }),
    '/why': whyCard({ article, story: many, edition, leftOut: { story: 'a1', rank: 9, step: 'rank' } }),
    '/why of what was refused': refusedCard({
      refused: { origin: 'feed:f1', key: 'k', title: bait, url: link, step: 'entry', reason: bait, at: AT },
      from: bait,
    }),
    '/schedule list': schedulesCard([
      { schedule, deliveries: [delivery, delivery] },
      { schedule, deliveries: [] },
    ]),
    '/schedule add': scheduledCard('Scheduled', planned),
    '/schedule preview': previewCard(scheduledBrief(briefing), schedule, [AT, AT]),
    'a suspension': suspendedCard(schedule),
    'lede deliveries': deliveriesCard([{ schedule, delivery }]),
    '/feeds list': feedsCard(
      Array.from({ length: 4 }, (_, index) => (index % 2 ? feed : untitled)),
      { manager: true },
    ),
    '/feeds add': feedAddedCard(feed, 3),
    '/feeds remove': feedRemovedCard(feed),
    '/feeds check': feedCheckCard([
      { step: 'Address', outcome: bait, good: true },
      { step: 'Fetched', outcome: bait, good: false },
    ]),
    '/follow list': followsCard([{ member: '1', guild: '2', name: topic, toldTo: AT }]),
    'a direct message': followedCard(news),
    '/about': aboutCard(
      { articles: 1, stories: 1, quotes: 1, outlets: 1, named: { person: 1, organization: 1, place: 1 } },
      [],
    ),
    'Brief this link': pageCard(article, 'https://port.example/bait', [other, other]),
    'a link not read': notReadCard(bait, [other]),
    'lede read': readingCard(article, article.reading),
    'an error': notice([bait]),
  };
}
