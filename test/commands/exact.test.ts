import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { actionAt } from '../../src/discord/command.ts';
import { answersTo } from '../../src/discord/options.ts';
import { slice } from '../../src/model/span.ts';
import type { Passage, ReadArticle } from '../../src/model/story.ts';
import type { Block, Card, Inline } from '../../src/render/card.ts';
import { drawBlocks } from '../../src/render/markdown.ts';
import { newsroomWith } from '../support/newsroom.ts';

/** Pieces of which news is made, and pieces that break things. */
const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'Ida Brekke',
      'Minister Jonas Lie',
      'the port',
      'al-Harun',
      'Oslo',
      'He',
      'they',
      'a source',
    ),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ' said: ',
      ' said ',
      ', head of the board, ',
      ' and ',
      ' told reporters ',
      ' in ',
      '. ',
      '.\n\n',
      ', ',
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '“',
      '”',
      '"',
      '‘',
      '’',
      '«',
      '»',
      '“We close the line. For good,” ',
      '"It stops in May," ',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '*',
      '_',
      '`',
      '[x](https://evil.example)',
      '<@1>',
      '@everyone',
      '# ',
      '- ',
      '> ',
      '||',
      '\\',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 10 }) },
);
const text = fc.array(piece, { minLength: 5, maxLength: 120 }).map((pieces) => `The port spoke. ${pieces.join('')}`);

/** Every passage on a card. */
function passagesOn(card: Card): Passage[] {
  return blocksOf(card).flatMap((block) => passagesIn(Object.values(block).flat() as Inline[]));
}

const blocksOf = ({ head, entries, foot }: Card): Block[] => [
  ...head,
  ...entries.flatMap((entry) => entry.blocks),
  ...foot,
];

function passagesIn(line: readonly Inline[]): Passage[] {
  return line.flatMap((part) => {
    if (typeof part === 'string') return [];
    if ('verbatim' in part) return [part.verbatim];
    if ('bold' in part) return passagesIn(part.bold);
    return 'link' in part && part.passage ? [part.passage] : [];
  });
}

/** Every sentence and quote in the rows for machines, with the article it names. */
function saidIn(row: unknown): { readonly text: string; readonly start: number; readonly end: number }[] {
  if (Array.isArray(row)) return row.flatMap(saidIn);
  if (row === null || typeof row !== 'object') return [];
  const own = 'text' in row && 'start' in row && 'end' in row ? [row as ReturnType<typeof saidIn>[number]] : [];
  return [...own, ...Object.values(row).flatMap(saidIn)];
}

const BOUNDLESS = { fragments: true, passage: 100_000, link: 700 };

const evenly = (words: string) => words.replace(/\s+/g, ' ').trim();

/** The drawing without its escapes, line breaks and quote marks of our own. */
const bare = (drawn: string) =>
  evenly(
    drawn
      .replace(/^> ?/gm, '')
      .replace(/\\([^0-9A-Za-z\s])/g, '$1')
      .replaceAll('@\u200b', '@'),
  );

test('whatever an article holds, every sentence and quote shown is an exact slice of it', async () => {
  let passages = 0;
  await fc.assert(
    fc.asyncProperty(text, async (written) => {
      const room = await newsroomWith([{ title: 'What the port said', text: written }]);
      try {
        for (const [path, given] of [
          ['brief', {}],
          ['story', { title: 'what the port' }],
          ['quotes', {}],
          ['search', { words: 'port' }],
          ['who', { name: 'Brekke' }],
        ] as const) {
          const action = actionAt(commands, path)!;
          const { card, rows } = await action.run(answersTo(action.options, given), room.newsroom);
          const kept = await stored(room.newsroom);
          for (const { article, span } of passagesOn(card)) {
            passages += 1;
            expect(article.text).toBe(kept.text);
            expect(span.start).toBeLessThan(span.end);
            expect(span.end).toBeLessThanOrEqual(article.text.length);
          }
          for (const { text: said, start, end } of rows.flatMap(saidIn)) expect(said).toBe(kept.text.slice(start, end));
          const drawn = bare(drawBlocks(blocksOf(card), BOUNDLESS));
          for (const { article, span } of passagesOn(card)) expect(drawn).toContain(evenly(slice(article.text, span)));
        }
      } finally {
        await room.close();
      }
    }),
    { numRuns: 60 },
  );
  expect(passages).toBeGreaterThan(300);
});

/** The article as it is stored. */
async function stored(newsroom: Parameters<NonNullable<ReturnType<typeof actionAt>>['run']>[1]): Promise<ReadArticle> {
  const { stories } = await newsroom.brief({ since: 'all' });
  return stories[0]!.lead;
}
