import { expect, test } from 'vitest';
import { alikeTo, joinStory } from '../../src/brief/join.ts';
import { commonnessIn } from '../../src/brief/profile.ts';
import { termsOf } from '../../src/brief/terms.ts';
import type { StoryMember } from '../../src/model/terms.ts';

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

const member = (id: string, storyId: string, told: typeof FERRY, day = '2026-03-01'): StoryMember => ({
  id,
  storyId,
  copyOf: id,
  datedAt: new Date(day),
  terms: termsOf(told),
});

const common = (terms: StoryMember['terms'], candidates: readonly StoryMember[]) =>
  commonnessIn([terms, ...candidates.map((each) => each.terms)]);

function join(id: string, told: typeof FERRY, candidates: readonly StoryMember[]) {
  const terms = termsOf(told);
  return joinStory({ id, datedAt: new Date('2026-03-02'), terms }, candidates, common(terms, candidates));
}

test('a second report of one event joins its story', () => {
  expect(join('second', FERRY_AGAIN, [member('first', 'ferry', FERRY)])).toEqual({
    storyId: 'ferry',
    moves: new Map(),
  });
});

test('another event is a story of its own, named after it', () => {
  expect(join('bridge', BRIDGE, [member('first', 'ferry', FERRY)])).toEqual({ storyId: 'bridge', moves: new Map() });
});

test('where little has been read, a place that two events share does not join them', () => {
  const strike = {
    title: 'Tram strike ends in Lenhausen',
    text: 'Drivers in Lenhausen go back to work on Thursday. Their union took an offer of three per cent, and the city will find the money.',
  };
  const clock = {
    title: 'Church finds its lost clock',
    text: 'The church of Lenhausen has found the clock that was taken down in the war. A plumber saw it behind a wall of the tower.',
  };
  const others = [member('ferry', 'ferry', FERRY), member('bridge', 'bridge', BRIDGE)];

  expect(join('clock', clock, [...others, member('strike', 'strike', strike)]).storyId).toBe('clock');
});

test('an article that shows two stories to be one joins them under the name of the older', () => {
  const both = { title: FERRY.title, text: `${FERRY.text} ${FERRY_AGAIN.text}` };
  const candidates = [member('late', 'late', FERRY_AGAIN, '2026-03-02'), member('early', 'early', FERRY)];

  expect(join('third', both, candidates)).toEqual({ storyId: 'early', moves: new Map([['late', 'early']]) });
  expect(join('third', both, candidates.toReversed())).toEqual(join('third', both, candidates));
});

test('the articles most like it are looked at for copies, the most alike first', () => {
  const candidates = [
    member('bridge', 'bridge', BRIDGE),
    member('again', 'ferry', FERRY_AGAIN),
    member('same', 'ferry', FERRY),
  ];

  const terms = termsOf(FERRY);

  const alike = alikeTo(terms, candidates, common(terms, candidates)).map(({ member: { id } }) => id);

  expect(alike[0]).toBe('same');
  expect(alike).not.toContain('bridge');
});

test('what was joined too early comes apart again', () => {
  const wrong = [member('ferry', 'ferry', FERRY), member('bridge', 'ferry', BRIDGE)];

  expect(join('again', FERRY_AGAIN, wrong)).toEqual({ storyId: 'ferry', moves: new Map([['bridge', 'bridge']]) });
});
