import { expect, test } from 'vitest';
import { topicArticles } from '../../../src/app/editions/topic.ts';
import { MONDAY } from '../../support/newsroom.ts';
import { newsrooms } from '../../support/with-news.ts';

const withNews = newsrooms();

test.each([
  ['ferry', 2],
  ['ferry NOT commuters', 0],
  ['ferry NOT toll', 2],
  ['"toll of two euros" OR "ferry line"', 3],
  ['"line ferry"', 0],
  ['Petra Lindholm', 1],
  ['zeppelin', 0],
])('about “%s” are %i articles', async (topic, many) => {
  const { store } = await withNews();

  expect((await topicArticles(store, topic, { asOf: MONDAY })).size).toBe(many);
});

test('a person is a topic by who is meant, not by how an article writes the name', async () => {
  const { store } = await withNews([
    { title: 'Board', text: 'Port director Ida Brekke spoke. Brekke left.', publishedAt: '2026-03-01' },
    { title: 'Late boat', text: 'The boat of Jonas Lie was late.', publishedAt: '2026-03-01' },
  ]);

  expect((await topicArticles(store, 'Brekke', { asOf: MONDAY })).size).toBe(1);
});
