import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLine } from '../../src/intake/clean.ts';
import type { Card } from '../../src/render/card.ts';
import { drawMessage } from '../../src/render/message.ts';
import { paginate } from '../../src/render/pages.ts';
import { drawTerminal } from '../../src/render/terminal.ts';
import { BAD_LINKS, BAITS, harmIn } from '../support/harm.ts';
import { cardsOf } from '../support/hostile-cards.ts';

/** Each message that a card is sent as. */
const messagesOf = (card: Card) =>
  paginate(card).map(({ index }) => drawMessage(card, { command: 'brief', answers: {}, page: index }, 'v'.repeat(20)));

test.each(BAITS)('outside text is harmless on every card: %.40s', (bait) => {
  for (const link of ['https://port.example/bait', ...BAD_LINKS]) {
    for (const [name, card] of Object.entries(cardsOf(bait, link))) {
      const harm = messagesOf(card).flatMap(({ components }) => harmIn(components));
      expect(harm, name).toEqual([]);
      expect(drawTerminal(card, { colour: false, zone: 'UTC' }), name).not.toMatch(
        /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u,
      );
    }
  }
});

test('so is any mixture of it', () => {
  const mixture = fc
    .array(fc.oneof(fc.constantFrom(...BAITS.slice(0, 15)), fc.string({ unit: 'binary', maxLength: 20 })), {
      minLength: 1,
      maxLength: 6,
    })
    .map((pieces) => pieces.join(' '))
    .filter((text) => cleanLine(text) !== '');
  fc.assert(
    fc.property(mixture, fc.constantFrom('https://port.example/bait', ...BAD_LINKS), (bait, link) => {
      for (const [name, card] of Object.entries(cardsOf(bait, link))) {
        expect(
          messagesOf(card).flatMap(({ components }) => harmIn(components)),
          name,
        ).toEqual([]);
      }
    }),
    { numRuns: 6 },
  );
});
