import { expect, test } from 'vitest';
import { newFact } from '../../src/brief/changes.ts';
import { slice } from '../../src/model/span.ts';
import { articleWith } from '../support/articles.ts';

const TOLD = articleWith({
  title: 'Nine die in Kvaloy quake',
  text: 'An earthquake killed nine people on Kvaloy on Tuesday. Rescuers dig for survivors in the village of Brensholmen.',
});
const fact = (text: string) => {
  const found = newFact([articleWith({ id: 'fresh', title: 'Kvaloy quake', text })], [TOLD]);
  return found && slice(found.article.text, found.span);
};

test('a report that only tells it again brings no new fact', () => {
  expect(
    fact('Nine people were killed by the earthquake on Kvaloy. Rescuers were digging for survivors.'),
  ).toBeUndefined();
  expect(fact('“It is terrible,” she said. Nine people died on Kvaloy on Tuesday in the earthquake.')).toBeUndefined();
});

test('a new number is a new fact', () => {
  expect(fact('An earthquake killed 14 people on Kvaloy. Rescuers dig in Brensholmen.')).toBe(
    'An earthquake killed 14 people on Kvaloy.',
  );
});

test('of several new sentences the one with the most news is shown', () => {
  expect(
    fact(
      'Rescuers dig for survivors in Brensholmen. The hospital ran out of blood. Parliament voted to send the army and forty engineers from Tromso.',
    ),
  ).toBe('Parliament voted to send the army and forty engineers from Tromso.');
});

test('nothing told before makes everything new; nothing fresh makes nothing new', () => {
  expect(newFact([TOLD], [])).toBeDefined();
  expect(newFact([], [TOLD])).toBeUndefined();
});
