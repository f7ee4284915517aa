import { expect, test } from 'vitest';
import { compose, keyQuote, leadOf } from '../../src/brief/compose.ts';
import { articleWith } from '../support/articles.ts';

const NOW = new Date('2026-03-02T07:00:00Z');
const WANTED = { scope: 'cli', to: NOW, older: false, stories: 6 };
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

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

  expect(JSON.stringify(compose(WANTED, articles.toReversed()))).toBe(JSON.stringify(compose(WANTED, articles)));
});

test('a story that two outlets report comes before one that a single outlet does', () => {
  const alone = articleWith({ id: 'alone', outlet: 'The Gull', firstSeen: hoursAgo(1) });
  const one = articleWith({ id: 'one', storyId: 'shared', outlet: 'The Gull', firstSeen: hoursAgo(4) });
  const other = articleWith({ id: 'other', storyId: 'shared', outlet: 'Port News', firstSeen: hoursAgo(4) });

  const { entries } = compose(WANTED, [alone, one, other]);

  expect(entries.map(({ story }) => story)).toEqual(['shared', 'alone']);
});

test('of two alike, the newer comes first', () => {
  const old = articleWith({ id: 'a-old', firstSeen: hoursAgo(20) });
  const fresh = articleWith({ id: 'b-new', firstSeen: hoursAgo(1) });

  expect(compose(WANTED, [old, fresh]).entries.map(({ story }) => story)).toEqual(['b-new', 'a-old']);
});

test('another outlet’s sentence is added only if it says something new', () => {
  const lead = articleWith({
    id: 'lead',
    text: 'The ferry stops in May. The port gave no reason. Two hundred people used it. Unions are angry.',
  });
  const copy = articleWith({ id: 'copy', storyId: 'lead', text: 'The ferry stops in May.' });
  const news = articleWith({ id: 'news', storyId: 'lead', text: 'A court will hear the case on Friday.' });
  const from = (articles: (typeof lead)[]) =>
    compose(WANTED, articles).entries[0]?.sentences.map((sentence) => sentence.from.article);

  expect(from([lead, copy])).toEqual(['lead', 'lead', 'lead']);
  expect(from([lead, copy, news])).toEqual(['lead', 'lead', 'news']);
});

test('no more stories are shown than asked for, and the receipt says how many there were', () => {
  const articles = Array.from({ length: 9 }, (_, index) => articleWith({ id: `a${index}` }));

  const { entries, receipt } = compose({ ...WANTED, stories: 4 }, articles);

  expect(entries).toHaveLength(4);
  expect(receipt).toEqual({ read: 9, stories: 9, shown: 4 });
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

test('a story without a fitting quote shows none', () => {
  expect(keyQuote([articleWith()])).toBeUndefined();
});

test('the fullest of a story’s articles heads it', () => {
  const short = articleWith({ id: 'short' });
  const full = articleWith({ id: 'full', text: 'The ferry stops in May. '.repeat(40) });

  expect(leadOf([full, short]).id).toBe('full');
});
