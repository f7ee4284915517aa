import { expect, test } from 'vitest';
import brief from '../../commands/brief.ts';
import { commands } from '../../commands/index.ts';
import quotes from '../../commands/quotes.ts';
import search from '../../commands/search.ts';
import story from '../../commands/story.ts';
import who from '../../commands/who.ts';
import why from '../../commands/why.ts';
import { refusal } from '../../src/app/ingest/refusing.ts';
import { actionAt } from '../../src/discord/command.ts';
import type { KnownFeed } from '../../src/model/feed.ts';
import type { Delivery, Schedule } from '../../src/model/schedule.ts';
import { scheduledBrief } from '../../src/render/brief.ts';
import type { Card, Reply } from '../../src/render/card.ts';
import { feedCheckCard, feedsCard } from '../../src/render/feeds.ts';
import { followedCard } from '../../src/render/follow.ts';
import { drawMessage } from '../../src/render/message.ts';
import { previewCard, scheduledCard, schedulesCard } from '../../src/render/schedule.ts';
import { noteRefused } from '../../src/store/articles/refusals.ts';
import { FERRY } from '../support/news.ts';
import type { TestNewsroom } from '../support/newsroom.ts';
import { newsrooms } from '../support/with-news.ts';

const withNews = newsrooms();

interface Part {
  readonly content?: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly options?: readonly { readonly label: string; readonly description?: string }[];
  readonly components?: readonly Part[];
}

/** The text of a page, its menu and the labels of its buttons, as a reader sees them. */
const seen = (parts: readonly Part[]): string[] =>
  parts.flatMap(({ content, label, placeholder, options = [], components = [] }) => [
    ...(content ? [content] : []),
    ...(label ? [`[${label}]`] : []),
    ...(placeholder ? [`[${placeholder} v]`] : []),
    ...options.map((option) => `    ${[option.label, option.description].filter(Boolean).join(' | ')}`),
    ...seen(components),
  ]);

type Run = (room: TestNewsroom) => Promise<Reply> | Reply;

const AT = new Date('2026-03-03T07:00:00Z');
const SCHEDULE: Schedule = {
  id: 'abc234',
  guild: '10',
  channel: '100000000000000100',
  kind: 'text',
  expression: '0 7 * * 1-5',
  zone: 'Europe/Oslo',
  topic: 'ferry',
  stories: 6,
  role: '100000000000000200',
  madeBy: '1',
  madeAt: AT,
  state: 'active',
  nextSlot: AT,
};
const SUSPENDED: Schedule = {
  ...SCHEDULE,
  id: 'xyz789',
  state: 'suspended',
  stateSince: AT,
  reason: 'Lede may no longer post there',
};
const DELIVERIES: readonly Delivery[] = [
  { schedule: 'abc234', slot: AT, state: 'posted', attempts: 1 },
  {
    schedule: 'abc234',
    slot: AT,
    state: 'skipped',
    reason: 'nothing new came in, and 1 feed could not be read',
    attempts: 1,
  },
];
const FEED: KnownFeed = {
  id: 'f1',
  url: 'https://port.example/rss',
  title: 'Port News',
  common: true,
  nextAt: AT,
  succeededAt: AT,
  failures: 0,
};
const DOWN: KnownFeed = {
  ...FEED,
  url: 'https://gull.example/rss',
  title: 'The Gull',
  common: false,
  failingSince: AT,
  failures: 9,
  reason: 'it is not there (status 404)',
};
const FEEDS: readonly KnownFeed[] = [FEED, DOWN];
const reply = (card: Card): Reply => ({ card, rows: [] });

test.each<[string, Run]>([
  ['brief', ({ newsroom }) => brief.run({ since: '3d' }, newsroom)],
  ['story', ({ newsroom }) => story.run({ title: 'Ferry line' }, newsroom)],
  ['who', ({ newsroom }) => who.run({ name: 'Brekke' }, newsroom)],
  ['who-unknown', ({ newsroom }) => who.run({ name: 'Jonas Brekke' }, newsroom)],
  ['quotes', ({ newsroom }) => quotes.run({}, newsroom)],
  ['search', ({ newsroom }) => search.run({ words: 'ferry' }, newsroom)],
  [
    'why',
    async ({ newsroom }) => {
      await newsroom.brief({ since: '3d' });
      return why.run({ article: FERRY.url! }, newsroom);
    },
  ],
  [
    'why-refused',
    async ({ store, newsroom }) => {
      const url = 'https://port.example/tram';
      const facts = { origin: 'file:wire.jsonl', step: 'file', reason: 'it has no text', at: AT } as const;
      await noteRefused(store, [refusal({ title: 'Trams to run at night', url }, facts)]);
      return why.run({ article: 'trams' }, newsroom);
    },
  ],
  ['about', ({ newsroom }) => actionAt(commands, 'about')!.run({}, newsroom)],
  [
    'follow-message',
    async ({ newsroom }) => {
      const { articles } = await newsroom.story('Ferry line');
      return reply(
        followedCard(
          articles.map((article) => ({
            article,
            names: ['Ida Brekke', 'night ferries'],
            sentence: { article, span: article.reading.sentences[0]! },
          })),
        ),
      );
    },
  ],
  [
    'schedule-list',
    () =>
      reply(
        schedulesCard([
          { schedule: SCHEDULE, deliveries: DELIVERIES },
          { schedule: SUSPENDED, deliveries: [] },
        ]),
      ),
  ],
  [
    'schedule-preview',
    async ({ newsroom }) =>
      reply(previewCard(scheduledBrief(await newsroom.brief({ topic: 'ferry' })), SCHEDULE, [AT, AT])),
  ],
  [
    'schedule-add',
    () => reply(scheduledCard('Scheduled', { schedule: SCHEDULE, next: [AT, AT, AT], reduced: [], offTopic: true })),
  ],
  ['feeds-list', () => reply(feedsCard(FEEDS, { manager: true }))],
  [
    'feeds-check',
    () =>
      reply(
        feedCheckCard([
          { step: 'Address', outcome: 'on port.example', good: true },
          { step: 'Fetched', outcome: 'it is not there (status 404)', good: false },
        ]),
      ),
  ],
])('the layout of %s is what was agreed', async (name, run) => {
  const { card } = await run(await withNews());

  const { components } = drawMessage(card, { command: name, answers: {}, page: 0 }, 'view');

  await expect(`${seen(components as readonly Part[]).join('\n')}\n`).toMatchFileSnapshot(`../gold/${name}.md`);
});
