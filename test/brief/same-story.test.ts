import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameStory } from '../../src/brief/same-story.ts';

const told = (title: string, text = '', publishedAt?: string) => ({
  title,
  text,
  publishedAt: publishedAt ? new Date(publishedAt) : undefined,
});

/** Two earthquakes, each told three times: the same words, other places, people and numbers. */
const KVALOY = [
  told(
    'Earthquake kills nine on Kvaloy',
    'A magnitude 6.1 earthquake struck the island of Kvaloy before dawn on Tuesday, killing nine people and burying the fishing village of Brensholmen. Mayor Ida Brekke said rescuers were still digging for survivors.',
  ),
  told(
    'Rescuers dig for survivors after Kvaloy quake',
    'Rescuers dug through the night in Brensholmen, the village on Kvaloy that a 6.1 earthquake buried on Tuesday. Nine people are known to have died, said Mayor Ida Brekke. Helicopters brought blankets from Tromso.',
  ),
  told(
    'Nine dead as quake buries village',
    'The earthquake that hit Kvaloy on Tuesday killed nine and left Brensholmen under rubble, Mayor Ida Brekke told reporters in Tromso. Survivors spent the night in tents.',
  ),
];
const ALTENA = [
  told(
    'Earthquake shakes Altena valley, two hurt',
    'A magnitude 4.4 earthquake shook the Altena valley on Tuesday, hurting two people and cracking the dam at Lenhausen. Engineer Jonas Lie of the water board said survivors of the flood of 1962 were being told to leave.',
  ),
  told(
    'Dam at Lenhausen cracked by earthquake',
    'The dam at Lenhausen was cracked by the 4.4 earthquake that shook the Altena valley on Tuesday, the water board said. Its engineer Jonas Lie advised people to leave. Two were hurt.',
  ),
  told(
    'Valley told to leave after quake cracks dam',
    'People in the Altena valley were told to leave on Tuesday after an earthquake of magnitude 4.4 cracked the dam at Lenhausen. The water board, said engineer Jonas Lie, was draining the lake.',
  ),
];

const stories = (articles: Parameters<typeof sameStory>[0]) => {
  const places = sameStory(articles);
  return [...new Set(places)].map((story) => articles.filter((_, at) => places[at] === story));
};

test('two events that are told in the same words stay apart, and the reports of each come together', () => {
  const found = stories([...KVALOY, ...ALTENA]);

  expect(found.map((each) => each.map(({ title }) => title))).toEqual([
    KVALOY.map(({ title }) => title),
    ALTENA.map(({ title }) => title),
  ]);
});

test('the answer does not depend on the order', () => {
  const all = [...KVALOY, ...ALTENA];
  const grouped = (articles: typeof all) =>
    stories(articles)
      .map((each) => each.map(({ title }) => title).sort())
      .sort();

  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(grouped(shuffled)).toEqual(grouped(all));
    }),
  );
});

test('the same words a month later are another event; undated they are one', () => {
  const [first] = KVALOY;
  const text = first!.text;

  expect(stories([told('Quake', text, '2026-03-03'), told('Quake', text, '2026-04-03')])).toHaveLength(2);
  expect(stories([told('Quake', text, '2026-03-03'), told('Quake', text)])).toHaveLength(1);
});

test('reports up to three days apart may be of one event', () => {
  const text = KVALOY[0]!.text;
  const dated = (day: string) => stories([told('Quake', text, '2026-03-03'), told('Quake', text, day)]);

  expect(dated('2026-03-06')).toHaveLength(1);
  expect(dated('2026-03-07')).toHaveLength(2);
});

test('titles alone are compared by their words and pairs of words', () => {
  const titles = [
    'Ferry line to Kvaloy will close in May',
    'Commuters angry as Kvaloy ferry line closes',
    'Bridge over the sound opens in June',
    'Toll for the bridge over the sound: two euros',
  ];

  expect(stories(titles.map((title) => told(title))).map((each) => each.length)).toEqual([2, 2]);
});

test('a word that two short texts share by chance does not join them', () => {
  const found = stories([
    told('Bank cuts its rate', 'The central bank cut its rate on Monday, and police had nothing to say about that.'),
    told('Thief caught at the port', 'A thief was caught at the port on Monday, police said, with a bag of oysters.'),
  ]);

  expect(found).toHaveLength(2);
});

test('nothing, a single article and articles without a word each have an answer', () => {
  expect(sameStory([])).toEqual([]);
  expect(sameStory([told('Ferry')])).toEqual([0]);
  expect(sameStory([told(''), told('')])).toEqual([0, 1]);
});
