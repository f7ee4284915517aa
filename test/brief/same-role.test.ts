import { expect, test } from 'vitest';
import { saysNoMore } from '../../src/brief/same-role.ts';

test.each([
  ['Mayor', 'mayor of Sandvik'],
  ['Sandvik’s mayor', 'the Sandvik mayor'],
  ['former minister', 'former finance minister'],
  ['coach', 'coach'],
])('“%s” says no more than “%s”', (role, other) => {
  expect(saysNoMore(role, other)).toBe(true);
});

test.each([
  ['mayor', 'former mayor'],
  ['minister', 'deputy minister'],
  ['mayor of Sandvik', 'mayor'],
  ['party leader', 'leader of the harbour union'],
])('“%s” is something else than “%s”', (role, other) => {
  expect(saysNoMore(role, other)).toBe(false);
});
