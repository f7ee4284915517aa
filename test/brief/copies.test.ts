import { expect, test } from 'vitest';
import { isCopy } from '../../src/brief/copies.ts';

const WIRE =
  'The ferry line between Tromso and Kvaloy will close in May, the harbour board announced on Monday. ' +
  'Some 200 commuters use the boat every day. A bus is to replace it, and the mayor wants a tunnel instead.';

test('a wire text that an outlet cuts, and gives a line of its own, is a copy', () => {
  const cut = `TROMSO (Gull News) — ${WIRE.split(' A bus')[0]}`;

  expect(isCopy(WIRE, WIRE)).toBe(true);
  expect(isCopy(WIRE, cut)).toBe(true);
  expect(isCopy(cut, WIRE)).toBe(true);
});

test('another report of the event is none, though it quotes a sentence', () => {
  const own =
    'Commuters protested in the rain on Monday. They had just been told that the boat to Kvaloy, which carries their children ' +
    'to school, stops in May. “Some 200 commuters use the boat every day,” said one of their banners, painted in the night.';

  expect(isCopy(WIRE, own)).toBe(false);
});

test('texts too short to tell are no copies', () => {
  expect(isCopy('The ferry stops.', 'The ferry stops.')).toBe(false);
  expect(isCopy('', WIRE)).toBe(false);
});
