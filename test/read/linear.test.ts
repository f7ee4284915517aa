import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from './reading.ts';

/** Doubling a text may take a little more than twice as long: memory grows, and the machine has other work. */
const TWICE = 2.6;
const TRIES = 6;

const numbered = (word: string) => (_: unknown, at: number) => `${word}${at.toString(36)}`;
const many = (count: number, part: (_: unknown, at: number) => string) => Array.from({ length: count }, part).join(' ');

/** A million characters of each, and what of it is doubled. */
const LONG: readonly (readonly [string, (words: number) => string])[] = [
  ['quotation marks', (words) => '"'.repeat(words * 5)],
  ['capitalised words', (words) => many(words, numbered('Orvik'))],
  ['one sentence', (words) => `The quay was closed because ${many(words, () => 'the old crane fell and')}.`],
  ['quotes', (words) => many(words / 10, () => '“The quay is closed for good now,” said Karin Solheim.')],
];

test.each(LONG)('a text of 100,000 times %s is read without an error', (_, text) => {
  expect(read(text(100_000)).sentences.length).toBeGreaterThan(0);
});

test.each(LONG)('a text twice as long takes about twice as long: %s', (_, text) => {
  const [half, whole] = [text(5_000), text(10_000)];
  let least = Number.POSITIVE_INFINITY;
  // Noise only ever slows one of the two down: one quiet try out of several tells.
  for (let tried = 0; tried < TRIES && least > TWICE; tried += 1) {
    const short = Math.max(4, costOf(half));
    least = Math.min(least, costOf(whole) / short);
  }
  expect(least).toBeLessThanOrEqual(TWICE);
});

test('any Unicode at all is read without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
      expect(() => read(text)).not.toThrow();
    }),
    { numRuns: 200 },
  );
});

/** Milliseconds of processor time, the least of three. */
function costOf(text: string): number {
  const costs = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...costs);
}
