import { expect, test } from 'vitest';
import { joinStory } from '../../src/brief/join.ts';
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

function join(id: string, told: typeof FERRY, candidates: readonly StoryMember[]) {
  const terms = termsOf(told);
  return joinStory(id, terms, candidates, commonnessIn([terms, ...candidates.map((each) => each.terms)]));
}

test('a second report of one event joins its story', () => {
  expect(join('second', FERRY_AGAIN, [member('first', 'ferry', FERRY)])).toMatchObject({ storyId: 'ferry', joins: [] });
});

test('another event is a story of its own, named after it', () => {
  expect(join('bridge', BRIDGE, [member('first', 'ferry', FERRY)])).toMatchObject({ storyId: 'bridge', joins: [] });
});

test('an article that shows two stories to be one joins them under the name of the older', () => {
  const both = { title: FERRY.title, text: `${FERRY.text} ${FERRY_AGAIN.text}` };
  const candidates = [member('late', 'anger', FERRY_AGAIN, '2026-03-02'), member('early', 'ferry', FERRY)];

  expect(join('third', both, candidates)).toMatchObject({ storyId: 'ferry', joins: ['anger'] });
  expect(join('third', both, candidates.toReversed())).toEqual(join('third', both, candidates));
});

test('the articles most like it are looked at for copies, the most alike first', () => {
  const candidates = [
    member('bridge', 'bridge', BRIDGE),
    member('again', 'ferry', FERRY_AGAIN),
    member('same', 'ferry', FERRY),
  ];

  expect(join('copy', FERRY, candidates).nearest.map(({ id }) => id)[0]).toBe('same');
  expect(join('copy', FERRY, candidates).nearest.map(({ id }) => id)).not.toContain('bridge');
});
