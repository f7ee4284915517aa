import { describe, expect, test } from 'vitest';
import { slice } from '../../src/model/span.ts';
import { quotesIn, read } from './reading.ts';

describe('words in marks that nobody said', () => {
  test.each([
    [
      'a scare quote, though somebody speaks',
      'Norway has set up a “crisis cell” for the port, a government source said.',
    ],
    ['a so-called thing', 'It is part of Norway’s so-called "Ring of Iron" against the sea.'],
    ['a title', 'Karin Solheim wrote “The Long Winter Home” in Bergen.'],
    [
      'a name given to a thing long before',
      'A ship called Tern may have practised “self-help” in the storm, Karin Solheim said.',
    ],
    ['a nickname', 'Jonas “Johnny Boy” Brekke left.'],
    ['one doubted word', 'Karin Solheim said the “accident” was under review.'],
    ['a name for a thing', 'The group called “the night watch” said nothing.'],
  ])('%s', (_, text) => {
    expect(quotesIn(text)).toEqual([]);
  });

  test('but a few words that complete what a speaker says are a quote', () => {
    expect(quotesIn('The Coastal Rescue Service stressed that the sea remains “wholly calm.”')).toEqual([
      ['wholly calm.', ['Coastal Rescue Service']],
    ]);
    expect(quotesIn('“Never,” Karin Solheim said.')).toEqual([['Never,', ['Karin Solheim']]]);
  });
});

test('a quote points at its words, its verb, its speaker and its sentence', () => {
  const text = 'It rained. “The quay is closed for good,” said Karin Solheim. It rained on.';

  const [quote] = read(text).quotes;

  expect(slice(text, quote!.words)).toBe('The quay is closed for good,');
  expect(slice(text, quote!.cue!)).toBe('said');
  expect(slice(text, quote!.speaker!.mention)).toBe('Karin Solheim');
  expect(slice(text, quote!.sentence)).toBe('“The quay is closed for good,” said Karin Solheim.');
});
