import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { compareNames } from '../../src/base/compare-names.ts';

const gold = z
  .array(z.object({ one: z.string(), other: z.string(), same: z.boolean(), aside: z.boolean().default(false) }))
  .parse(JSON.parse(readFileSync(new URL('../gold/names.json', import.meta.url), 'utf8')));

const isRight = ({ one, other, same }: (typeof gold)[number]) => (compareNames(one, other) === 'same') === same;

/** What was not looked at while the rules were made, and the rest. */
test.each([
  ['looked at', false, 150],
  ['kept aside', true, 70],
] as const)("names that are one person's are told from others: pairs %s", (which, aside, most) => {
  const pairs = gold.filter((pair) => pair.aside === aside);
  const right = pairs.filter(isRight);
  const merged = pairs.filter((pair) => !pair.same && !isRight(pair));

  console.log(`names ${which}: ${right.length} of ${pairs.length} right, ${merged.length} wrongly the same`);
  expect(pairs.length).toBeGreaterThanOrEqual(most);
  expect(right.length / pairs.length).toBeGreaterThanOrEqual(0.95);
});
