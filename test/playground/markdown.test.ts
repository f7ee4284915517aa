import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Inline } from '../../src/playground/page/inline.ts';
import { type Block, parseMarkdown } from '../../src/playground/page/markdown.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const paragraph = (...inside: Inline[]): Block => ({ kind: 'paragraph', inside });

/** The formatting of a text of one paragraph. */
function formatting(source: string): readonly Inline[] {
  const [block, ...others] = parseMarkdown(source);
  if (block?.kind !== 'paragraph' || others.length > 0) throw new Error(`not one paragraph: ${source}`);
  return block.inside;
}

// Each row: what it shows, the text, and how it is set.
test.each<[why: string, source: string, expected: readonly Inline[]]>([
  ['bold', 'a **b** c', [text('a '), { kind: 'strong', inside: [text('b')] }, text(' c')]],
  [
    'italic with either mark',
    '*a* _b_',
    [{ kind: 'em', inside: [text('a')] }, text(' '), { kind: 'em', inside: [text('b')] }],
  ],
  ['italic within bold', '**a *b***', [{ kind: 'strong', inside: [text('a '), { kind: 'em', inside: [text('b')] }] }]],
  [
    'underline and strike',
    '__a__~~b~~',
    [
      { kind: 'underline', inside: [text('a')] },
      { kind: 'strike', inside: [text('b')] },
    ],
  ],
  ['a spoiler', '||end||', [{ kind: 'spoiler', inside: [text('end')] }]],
  ['code is taken as it is', '`**a**`', [{ kind: 'code', text: '**a**' }]],
  ['underscores inside a word are letters', 'front_page_two', [text('front_page_two')]],
  [
    'an underscore closes at the end of a word',
    'front_page_ 2',
    [text('front'), { kind: 'em', inside: [text('page')] }, text(' 2')],
  ],
  ['a lone star is a star', '3 * 4 * 5', [text('3 * 4 * 5')]],
  ['a backslash keeps marks as they are', '\\*\\*plain\\*\\* \\[a](b)', [text('**plain** [a](b)')]],
  ['a backslash before a letter stays', 'C:\\news', [text('C:\\news')]],
  ['lines stay lines', 'one\ntwo', [text('one\ntwo')]],
  ['a time', '<t:1800000000:R>', [{ kind: 'time', seconds: 1_800_000_000, style: 'R' }]],
  ['a time without a style', '<t:5>', [{ kind: 'time', seconds: 5, style: 'f' }]],
  [
    'mentions',
    '<@1> <@!2> <@&3> <#4>',
    [
      { kind: 'mention', of: 'user', id: '1' },
      text(' '),
      { kind: 'mention', of: 'user', id: '2' },
      text(' '),
      { kind: 'mention', of: 'role', id: '3' },
      text(' '),
      { kind: 'mention', of: 'channel', id: '4' },
    ],
  ],
  ['a command', 'type </schedule add:12>', [text('type '), { kind: 'pill', text: '/schedule add' }]],
])('%s', (_why, source, expected) => {
  expect(formatting(source)).toEqual(expected);
});

test.each([
  ['[the port](https://news.example/port)', 'https://news.example/port', 'the port'],
  ['[the port](<https://news.example/port>)', 'https://news.example/port', 'the port'],
  ['[a [b] c](https://news.example/wiki/Quay_(city))', 'https://news.example/wiki/Quay_(city)', 'a [b] c'],
  ['<https://news.example/a?b=c>', 'https://news.example/a?b=c', 'https://news.example/a?b=c'],
])('%s is a link', (source, url, label) => {
  expect(formatting(source)).toEqual([{ kind: 'link', url, inside: [text(label)] }]);
});

test('a bare address is a link, without the full stop after it', () => {
  const address = 'https://news.example/a';

  expect(formatting(`See ${address}.`)).toEqual([
    text('See '),
    { kind: 'link', url: address, inside: [text(address)] },
    text('.'),
  ]);
});

test.each(['[a](javascript:alert(1))', '[a](data:text/html,b)', '<javascript:alert>', '[a](//news.example)'])(
  'what is not a web address is no link: %s',
  (source) => {
    expect(formatting(source)).toEqual([text(source)]);
  },
);

test('headings, small print and text are blocks of their own', () => {
  expect(parseMarkdown('# Top\n### Low\ntext\n-# foot')).toEqual([
    { kind: 'heading', level: 1, inside: [text('Top')] },
    { kind: 'heading', level: 3, inside: [text('Low')] },
    paragraph(text('text')),
    { kind: 'subtext', inside: [text('foot')] },
  ]);
});

test('a hash needs a space, and four are no heading', () => {
  expect(parseMarkdown('#news\n#### deep')).toEqual([paragraph(text('#news\n#### deep'))]);
});

test('quoted lines join, and end where the marks end', () => {
  expect(parseMarkdown('> “Wait.”\n> # Loud\nafter')).toEqual([
    { kind: 'quote', blocks: [paragraph(text('“Wait.”')), { kind: 'heading', level: 1, inside: [text('Loud')] }] },
    paragraph(text('after')),
  ]);
});

test('a quote inside a quote is text', () => {
  expect(parseMarkdown('> > twice')).toEqual([{ kind: 'quote', blocks: [paragraph(text('> twice'))] }]);
});

test('three marks quote all that follows', () => {
  expect(parseMarkdown('>>> one\ntwo')).toEqual([{ kind: 'quote', blocks: [paragraph(text('one\ntwo'))] }]);
});

test('indented items hang under the item above them', () => {
  expect(parseMarkdown('- a\n  - b\n- c')).toEqual([
    {
      kind: 'list',
      ordered: false,
      start: 1,
      items: [
        { inside: [text('a')], under: { kind: 'list', ordered: false, start: 1, items: [{ inside: [text('b')] }] } },
        { inside: [text('c')] },
      ],
    },
  ]);
});

test('a numbered list counts from its first number', () => {
  expect(parseMarkdown('3. c\n4. d')).toMatchObject([{ kind: 'list', ordered: true, start: 3 }]);
});

test('a code block keeps its lines and loses its language', () => {
  expect(parseMarkdown('```json\n{\n}\n```\nafter')).toEqual([
    { kind: 'code', text: '{\n}' },
    paragraph(text('after')),
  ]);
});

test('no letter of a text is lost, whatever its marks', () => {
  const marks = fc.string({ unit: fc.constantFrom(...'*_~`|[]()<>\\#->1. \nab'.split('')), maxLength: 80 });
  const letters = (source: string) => source.replaceAll(/[^ab]/g, '');

  fc.assert(
    fc.property(marks, (source) => {
      // The language of a code block is not shown.
      fc.pre(!source.includes('```'));
      expect(letters(wordsOf(parseMarkdown(source)))).toBe(letters(source));
    }),
  );
});

/** Every word that is shown; a link's own address is not. */
function wordsOf(tree: unknown): string {
  if (Array.isArray(tree)) return tree.map(wordsOf).join('');
  if (typeof tree !== 'object' || tree === null) return '';
  const { text: words, inside, blocks, items, under } = tree as Record<string, unknown>;
  return [typeof words === 'string' ? words : '', ...[inside, blocks, items, under].map(wordsOf)].join('');
}
