import { expect, test } from 'vitest';
import type { EntityType } from '../../src/model/reading.ts';
import { keysOfBodies } from '../../src/read/bodies.ts';
import { layOut } from '../../src/read/layout.ts';
import { lexicon } from './reading.ts';

/** Whether two names in a text, the only ones there, are taken for one. */
function areOne(text: string, names: readonly [string, string], type: EntityType = 'organization'): boolean {
  const layout = layOut(text, lexicon);
  const found = names.map((name, at) => {
    const start = at === 0 ? text.indexOf(name) : text.lastIndexOf(name);
    const from = layout.tokens.findIndex((token) => token.start === start);
    const to = layout.tokens.findIndex((token) => token.end === start + name.length) + 1;
    return { from, to, type };
  });
  const [one, other] = keysOfBodies(layout, found, lexicon);
  return one === other;
}

test.each([
  ['Church of Veritology', 'Veritology'],
  ['Church of Veritology', 'Church'],
  ['Halden University', 'Halden'],
  ['Foreign Ministry', 'Ministry of Foreign Affairs'],
  ['Ministry of Trade and Industry', 'Trade and Industry Ministry'],
  ['Norwegian Health Ministry', 'Ministry of Health'],
  ['Centre for Coastal Studies', 'Center for Coastal Studies'],
] as const)('%s and %s are one', (one, other) => {
  expect(areOne(`On Monday the ${one} met. Later the ${other} voted.`, [one, other])).toBe(true);
});

test.each([
  ['Ministry of Health', 'Ministry of Trade'],
  ['Orvik Blue', 'Orvik'],
  ['Halden University', 'University of Bergen'],
] as const)('%s and %s are two', (one, other) => {
  expect(areOne(`On Monday the ${one} met. Later the ${other} voted.`, [one, other])).toBe(false);
});

test('a country is one by any of its listed names, also where it is taken for a body', () => {
  expect(areOne('On Monday North Korea voted. The DPRK left.', ['North Korea', 'DPRK'])).toBe(true);
  expect(areOne('On Monday the United States voted. Later America left.', ['United States', 'America'], 'place')).toBe(
    true,
  );
});
