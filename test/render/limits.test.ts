import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clip } from '../../src/render/limits.ts';

test.each([
  ['what fits is left alone', 'The vote is off.', 20, 'The vote is off.'],
  ['it is cut at a word', 'The vote is off again.', 16, 'The vote is off…'],
  ['a word longer than half the room is cut inside', 'Donaudampfschifffahrt', 10, 'Donaudamp…'],
  ['an emoji is never halved', 'x👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 14, 'x👨‍👩‍👧‍👦…'],
])('%s', (_why, text, limit, clipped) => {
  expect(clip(text, limit)).toBe(clipped);
});

test('what is clipped is never over the limit and never holds half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 12, max: 100 }), (text, limit) => {
      fc.pre(text.isWellFormed());
      const clipped = clip(text, limit);
      expect(clipped.length).toBeLessThanOrEqual(limit);
      expect(clipped.isWellFormed()).toBe(true);
    }),
  );
});
