import { expect, test } from 'vitest';
import { joinStory } from '../../src/brief/join.ts';
import { articleWith } from '../support/articles.ts';

const FERRY = {
  title: 'Ferry line to Kvaloy will close in May',
  text: 'The ferry line between Tromso and Kvaloy closes in May, port director Ida Brekke said. Some 200 commuters use the boat every day.',
};
const FERRY_AGAIN = {
  title: 'Commuters angry as Kvaloy ferry closes',
  text: 'Commuters protested against the closing of the ferry to Kvaloy. Port director Ida Brekke said the boat would stop in May.',
};
const BRIDGE = {
  title: 'New bridge over the sound opens in June',
  text: 'A new bridge over the sound opens in June after five years of work. Drivers will pay a toll of two euros.',
};

test('a second report of one event joins its story', () => {
  const first = articleWith({ id: 'first', storyId: 'ferry-story', ...FERRY });

  expect(joinStory(articleWith({ id: 'second', ...FERRY_AGAIN }), [first])).toBe('ferry-story');
});

test('another event is a story of its own', () => {
  const first = articleWith({ id: 'first', storyId: 'ferry-story', ...FERRY });

  expect(joinStory(articleWith({ id: 'bridge', ...BRIDGE }), [first])).toBe('bridge');
});

test('the same words a month later are another event', () => {
  const first = articleWith({
    id: 'first',
    storyId: 'ferry-story',
    firstSeen: new Date('2026-02-01T00:00:00Z'),
    ...FERRY,
  });

  expect(joinStory(articleWith({ id: 'second', ...FERRY_AGAIN }), [first])).toBe('second');
});

test('of several alike stories the most alike is joined', () => {
  const ferry = articleWith({ id: 'first', storyId: 'ferry-story', ...FERRY });
  const bridge = articleWith({ id: 'bridge', storyId: 'bridge-story', ...BRIDGE });

  expect(joinStory(articleWith({ id: 'second', ...FERRY_AGAIN }), [bridge, ferry])).toBe('ferry-story');
});
