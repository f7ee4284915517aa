import { expect, test } from 'vitest';
import { independentIn } from '../../src/brief/independent.ts';
import { newestFirst, rank, score } from '../../src/brief/rank.ts';
import type { Outline } from '../../src/model/story.ts';

const NOW = new Date('2026-03-02T07:00:00Z');

interface Given extends Partial<Outline> {
  readonly hoursAgo?: number;
}

const outline = (id: string, { hoursAgo = 1, ...given }: Given = {}): Outline => ({
  id,
  version: 1,
  storyId: id,
  source: id,
  copyOf: id,
  datedAt: new Date(NOW.getTime() - hoursAgo * 3_600_000),
  voices: 0,
  ...given,
});
const story = (id: string, ...articles: Given[]) => ({
  id,
  articles: articles.map((given, place) => outline(`${id}${place}`, given)),
});
const order = (stories: ReturnType<typeof story>[], circumstances = {}) =>
  [...rank(stories, { now: NOW, ...circumstances })].map((each) => each.story.id);

test('a story that two newsrooms report by themselves comes before a newer one of one newsroom', () => {
  expect(order([story('alone', {}), story('shared', { hoursAgo: 4 }, { hoursAgo: 4 })])).toEqual(['shared', 'alone']);
});

test('of two alike, the newer comes first', () => {
  expect(order([story('a-old', { hoursAgo: 20 }), story('b-new', { hoursAgo: 1 })])).toEqual(['b-new', 'a-old']);
});

test('outlets that print one wire text count once, and so does one outlet with many texts', () => {
  const nine = Array.from({ length: 7 }, (_, place) => outline(`w${place}`, { copyOf: 'wire' }));
  const all = [...nine, outline('own'), outline('gull-1', { source: 'gull' }), outline('gull-2', { source: 'gull' })];

  expect(independentIn(all)).toHaveLength(3);
  expect(independentIn([])).toEqual([]);
});

test('outlets joined by a later article are one', () => {
  const all = [
    outline('a', { source: 'gull' }),
    outline('b', { source: 'post' }),
    outline('c', { source: 'gull', copyOf: 'b' }),
  ];

  expect(independentIn(all)).toHaveLength(1);
});

test('what is asked for, followed or new to the channel comes before what is not', () => {
  const [one, two] = [story('a', { hoursAgo: 2 }), story('b', { hoursAgo: 2 })];
  const article = new Set(['b0']);

  expect(order([one, two])).toEqual(['a', 'b']);
  expect(order([one, two], { onTopic: article })).toEqual(['b', 'a']);
  expect(order([one, two], { followed: article })).toEqual(['b', 'a']);
  expect(order([one, two], { told: new Set(['a']) })).toEqual(['b', 'a']);
});

test('after two stories that only one outlet has, another outlet’s comes before its third', () => {
  const gull = (id: string, hoursAgo: number) => story(id, { source: 'gull', hoursAgo });
  const stories = [gull('g1', 1), gull('g2', 2), gull('g3', 3), gull('g4', 4), story('post', { hoursAgo: 30 })];

  expect(order(stories)).toEqual(['g1', 'g2', 'post', 'g3', 'g4']);
});

test('where the newest come first, a story is as new as its newest article, whatever it scores', () => {
  const stories = [
    story('shared', { hoursAgo: 50 }, { hoursAgo: 40 }),
    story('new', { hoursAgo: 30 }),
    story('followed-up', { hoursAgo: 70 }, { hoursAgo: 20 }),
  ];
  const ids = [...newestFirst(stories, { now: NOW })].map((each) => each.story.id);

  expect(ids).toEqual(['followed-up', 'new', 'shared']);
  expect(order(stories)).toEqual(['followed-up', 'shared', 'new']);
});

test('the parts of a score stand with their weights', () => {
  expect(score(story('a', { hoursAgo: 12, voices: 9 }, { hoursAgo: 20 }), { now: NOW })).toEqual({
    sources: 1,
    recency: 1,
    news: 1.5,
    topic: 0,
    followed: 0,
    voices: 1,
  });
});
