import { createHash } from 'node:crypto';
import type { Edition } from '../../src/model/edition.ts';
import { ENTITY_TYPES, type EntityType, type LocalEntity, type Reading } from '../../src/model/reading.ts';
import type { Schedule } from '../../src/model/schedule.ts';
import { holds, overlap, type Span } from '../../src/model/span.ts';
import { keepArticle, type Outcome } from '../../src/store/articles/keep.ts';
import type { Taken } from '../../src/store/articles/taken.ts';
import type { Store } from '../../src/store/store.ts';

export const MONDAY = new Date('2026-03-02T07:00:00Z');
export const hoursBefore = (hours: number): Date => new Date(MONDAY.getTime() - hours * 3_600_000);

/** A schedule as a manager made it two days before Monday. */
export const DAILY: Schedule = {
  id: 'daily',
  guild: 'harbour',
  channel: 'news',
  kind: 'text',
  expression: '0 7 * * *',
  zone: 'UTC',
  stories: 5,
  madeBy: 'ada',
  madeAt: hoursBefore(48),
  state: 'active',
};

/** An article as a test states it; everything left out is the same in each. */
export interface Sample {
  readonly id: string;
  readonly title?: string;
  readonly text?: string;
  readonly url?: string;
  readonly outlet?: string;
  /** Hours before Monday; undated where it is left out. */
  readonly hoursAgo?: number;
  /** Hours before Monday; 0 where it is left out. */
  readonly seenHoursAgo?: number;
  readonly origin?: string;
  readonly story?: string;
  /** Names the text holds: the fullest form, then the others, as in "Mara Lindqvist / Lindqvist". */
  readonly person?: readonly string[];
  readonly organization?: readonly string[];
  readonly place?: readonly string[];
  /** Words the text holds, and the full names of who said them. */
  readonly said?: readonly { readonly words: string; readonly by: readonly string[] }[];
}

/** Keeps an article of this kind. */
export const keep = (store: Store, sample: Sample): Promise<Outcome> => keepArticle(store, takenFrom(sample));

export function takenFrom(sample: Sample): Taken {
  const { id, title = `Title of ${id}`, text = `Text of ${id}.`, url, outlet, hoursAgo } = sample;
  const article = {
    id,
    title,
    text,
    ...(url && { url }),
    ...(outlet && { outlet }),
    ...(hoursAgo !== undefined && { publishedAt: hoursBefore(hoursAgo) }),
  };
  return {
    article,
    contentHash: createHash('sha256').update(JSON.stringify(article)).digest('hex'),
    origin: sample.origin ?? 'file:news.txt',
    seenAt: hoursBefore(sample.seenHoursAgo ?? 0),
    storyId: sample.story ?? id,
    reading: readingOf(text, sample),
  };
}

function readingOf(text: string, sample: Sample): Reading {
  const entities = ENTITY_TYPES.flatMap((type) => (sample[type] ?? []).map((names) => entityOf(text, type, names)));
  const sentences = Array.from(text.matchAll(/\S[^.!?]*[.!?]*[”"]?/gu), ({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  const quotes = (sample.said ?? []).map(({ words, by }) => {
    const [span] = placesOf(text, words);
    if (!span) throw new Error(`The text does not hold “${words}”.`);
    const sentence = sentences.find((each) => holds(each, span)) ?? span;
    const known = by.map((name) => entities.findIndex((entity) => entity.name === name)).filter((local) => local >= 0);
    const speaker = { mention: sentence, names: by, entities: known, found: 'explicit' as const };
    return { words: span, sentence, ...(by.length > 0 && { speaker }) };
  });
  return { sentences, summary: sentences.slice(0, 3), quotes, entities };
}

function entityOf(text: string, type: EntityType, names: string): LocalEntity {
  const [name = '', ...aliases] = names.split(' / ');
  const mentions: Span[] = [];
  for (const form of [name, ...aliases]) {
    mentions.push(...placesOf(text, form).filter((span) => !mentions.some((other) => overlap(span, other))));
  }
  return { name, type, aliases, mentions: mentions.sort((a, b) => a.start - b.start), roles: [] };
}

function placesOf(text: string, words: string): Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    places.push({ start: at, end: at + words.length });
  }
  return places;
}

/** The article most tests need: an outlet, a person, an organisation, a quote. */
export const FERRY: Sample = {
  id: 'ferry',
  title: 'Ferry runs aground',
  text: 'The ferry struck a sandbank. “Nobody was hurt,” said Mara Lindqvist of the Harbour Board.',
  url: 'https://coast.example/ferry',
  outlet: 'Coast Post',
  hoursAgo: 5,
  person: ['Mara Lindqvist'],
  organization: ['Harbour Board'],
  said: [{ words: 'Nobody was hurt,', by: ['Mara Lindqvist'] }],
};

/** An edition of one server with one story. */
export const editionOf = (id: string): Edition => ({
  id,
  scope: 'harbour',
  from: hoursBefore(24).toISOString(),
  to: MONDAY.toISOString(),
  older: false,
  entries: [
    {
      story: 'ferry',
      lead: { article: 'a', version: 1 },
      sources: [{ article: 'a', version: 1 }],
      sentences: [{ from: { article: 'a', version: 1 }, span: { start: 0, end: 9 } }],
      quote: { from: { article: 'a', version: 1 }, index: 0 },
      score: { recency: 2 },
      changed: false,
      outlets: 1,
      independent: 1,
    },
  ],
  developing: [],
  leftOut: [],
  receipt: { read: 1, stories: 1, shown: 1, feedsDown: [] },
});
