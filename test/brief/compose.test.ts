import { expect, test } from 'vitest';
import { compose, groupStories, keyQuote, leadOf, type Sorted } from '../../src/brief/compose.ts';
import { rank } from '../../src/brief/rank.ts';
import type { ReadArticle } from '../../src/model/story.ts';
import { articleWith, outlineOf } from '../support/articles.ts';

const NOW = new Date('2026-03-02T07:00:00Z');
const WANTED = { scope: 'cli', to: NOW, older: false, feedsDown: [] };
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

/** All stories of these articles, the best first, as an edition shows them. */
function sorted(articles: readonly ReadArticle[]): Sorted {
  const ranked = [...rank(groupStories(articles.map(outlineOf)), { now: NOW })];
  const whole = new Map(articles.map((article) => [article.id, article]));
  const shown = ranked.map((each) => ({ ranked: each, articles: each.story.articles.map(({ id }) => whole.get(id)!) }));
  return { shown, developing: [], leftOut: [], read: articles.length, stories: ranked.length };
}

test('the same articles give the same edition to the byte, in whatever order they come', () => {
  const articles = [
    articleWith({ id: 'a', firstSeen: hoursAgo(3) }),
    articleWith({
      id: 'b',
      title: 'Bridge to open',
      text: 'The bridge opens in June. Tolls stay.',
      firstSeen: hoursAgo(2),
    }),
    articleWith({ id: 'c', storyId: 'a', title: 'Ferry: the last day', firstSeen: hoursAgo(1) }),
  ];

  expect(JSON.stringify(compose(WANTED, sorted(articles.toReversed())))).toBe(
    JSON.stringify(compose(WANTED, sorted(articles))),
  );
});

test('another outlet’s sentence is added only if it says something new', () => {
  const lead = articleWith({
    id: 'lead',
    text: 'The ferry stops in May. The port gave no reason. Two hundred people used it. Unions are angry.',
  });
  const copy = articleWith({ id: 'copy', storyId: 'lead', text: 'The ferry stops in May.' });
  const news = articleWith({ id: 'news', storyId: 'lead', text: 'A court will hear the case on Friday.' });
  const from = (articles: (typeof lead)[]) =>
    compose(WANTED, sorted(articles)).entries[0]?.sentences.map((sentence) => sentence.from.article);

  expect(from([lead, copy])).toEqual(['lead', 'lead', 'lead']);
  expect(from([lead, copy, news])).toEqual(['lead', 'lead', 'news']);
});

test('a story the channel knows begins with its new fact and is marked', () => {
  const article = articleWith({
    text: 'The ferry stops in May. The port gave no reason. A court stopped the closure.',
  });
  const fact = { article, span: article.reading.sentences[2]! };
  const { shown, ...rest } = sorted([article]);

  const { entries } = compose(WANTED, { ...rest, shown: shown.map((each) => ({ ...each, fact })) });

  expect(entries[0]).toMatchObject({ changed: true });
  expect(entries[0]?.sentences.map(({ span }) => span.start)).toEqual([fact.span.start, 0, 24]);
});

test('the receipt says how many there were, and which feeds were down', () => {
  const articles = Array.from({ length: 9 }, (_, index) => articleWith({ id: `a${index}` }));
  const feedsDown = [{ title: 'The Gull', since: NOW.toISOString() }];
  const { shown, ...rest } = sorted(articles);

  const { entries, receipt } = compose({ ...WANTED, feedsDown }, { ...rest, shown: shown.slice(0, 4) });

  expect(entries).toHaveLength(4);
  expect(receipt).toEqual({ read: 9, stories: 9, shown: 4, feedsDown });
});

test('the key quote is one by somebody named, neither a scrap nor an essay', () => {
  const text =
    'Ida Brekke said: “No.” A source said: “We had no choice but to close the line this spring.” Ida Brekke added: “We had no choice but to close it, sadly.”';
  const article = articleWith({
    text,
    people: [{ name: 'Ida Brekke' }],
    said: [
      { words: 'No.', by: 'Ida Brekke' },
      { words: 'We had no choice but to close the line this spring.', by: 'A source' },
      { words: 'We had no choice but to close it, sadly.', by: 'Ida Brekke' },
    ],
  });

  expect(keyQuote([article])?.index).toBe(2);
});

test('a quote that begins in the middle of a sentence is the key quote only where there is no other', () => {
  const text =
    '“The dust burns like powder here,” Ida Brekke said, “and once the first silo went, nobody could have stopped the second.”';
  const half = { words: 'and once the first silo went, nobody could have stopped the second.', by: 'Ida Brekke' };
  const whole = { words: 'The dust burns like powder here,', by: 'Ida Brekke' };
  const people = [{ name: 'Ida Brekke' }];

  expect(keyQuote([articleWith({ text, people, said: [whole, half] })])?.index).toBe(0);
  expect(keyQuote([articleWith({ text, people, said: [half] })])?.index).toBe(0);
});

test('a story without a fitting quote shows none', () => {
  expect(keyQuote([articleWith()])).toBeUndefined();
});

test('the fullest of a story’s articles heads it', () => {
  const short = articleWith({ id: 'short' });
  const full = articleWith({ id: 'full', text: 'The ferry stops in May. '.repeat(40) });

  expect(leadOf([full, short]).id).toBe('full');
});
