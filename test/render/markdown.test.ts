import { expect, test } from 'vitest';
import { quotesIn } from '../../src/model/story.ts';
import { headline, linked } from '../../src/render/article.ts';
import { notice } from '../../src/render/card.ts';
import { DETAILS, drawBlocks, drawPassage } from '../../src/render/markdown.ts';
import { quotation } from '../../src/render/quotation.ts';
import { drawTerminal } from '../../src/render/terminal.ts';
import { articleWith, spanOf } from '../support/articles.ts';

const FULL = DETAILS[0]!;

test('a sentence links to its article, marked there by a text fragment', () => {
  const article = articleWith({ url: 'https://www.port.example/ferry', outlet: 'Port News' });

  const drawn = drawBlocks([{ text: linked({ article, span: article.reading.summary[0]! }) }], FULL);

  expect(drawn).toBe(
    'The ferry line stops in May. · [Port News](https://www.port.example/ferry#:~:text=The%20ferry%20line%20stops%20in%20May.)',
  );
});

test('the text fragment is the first thing dropped', () => {
  const article = articleWith({ url: 'https://port.example/ferry' });

  const drawn = drawBlocks([{ text: linked({ article, span: article.reading.summary[0]! }) }], DETAILS[1]!);

  expect(drawn).toBe('The ferry line stops in May. · [port.example](https://port.example/ferry)');
});

test('an address too long for the room is left out whole, never cut', () => {
  const article = articleWith({ url: `https://port.example/${'x'.repeat(900)}` });

  const drawn = drawBlocks([{ text: linked({ article, span: article.reading.summary[0]! }) }], FULL);

  expect(drawn).toBe('The ferry line stops in May. · port.example');
});

test('a long passage is cut at a word, and the mark of the cut stands outside it', () => {
  const article = articleWith({ text: 'One two three four five six seven.' });

  expect(drawPassage({ article, span: { start: 0, end: 34 } }, 15)).toBe('One two three …');
});

test.each([
  ['before the text', { start: -1, end: 3 }],
  ['behind the text', { start: 0, end: 4_000 }],
  ['nothing', { start: 5, end: 5 }],
])('a span of %s is refused: words that no article has cannot be drawn', (_why, span) => {
  expect(() => drawPassage({ article: articleWith(), span }, 100)).toThrow(RangeError);
});

test('a quote stands apart, with speaker, role and how the speaker was found', () => {
  const text = 'Port director Ida Brekke spoke. “We are closing.\n\nFor good,” she said.';
  const article = articleWith({
    text,
    people: [{ name: 'Ida Brekke', role: 'Port director' }],
    said: [{ words: 'We are closing.\n\nFor good,', by: 'Ida Brekke', mention: 'she', found: 'pronoun' }],
  });

  const drawn = drawBlocks([quotation(quotesIn(article)[0]!)], FULL);

  expect(drawn).toBe('> “We are closing.\n> \n> For good,”\n> — **Ida Brekke** · Port director · “she” in the article');
});

test('a quote links to where its words stand', () => {
  const text = 'Ida Brekke said: “It is over.”';
  const said = [{ words: 'It is over.', by: 'Ida Brekke' }];
  const article = articleWith({ text, said, url: 'https://port.example/a', outlet: 'Port News' });

  const drawn = drawBlocks([quotation(quotesIn(article)[0]!)], FULL);

  expect(drawn).toBe(
    '> “It is over.”\n> — **Ida Brekke** · [Port News](https://port.example/a#:~:text=It%20is%20over.)',
  );
});

test('two quotes in a row are set apart, so that a name is seen to belong to the words above it', () => {
  const text = 'Ida Brekke said: “It is over.” Jonas Lie said: “It is not.”';
  const said = [
    { words: 'It is over.', by: 'Ida Brekke' },
    { words: 'It is not.', by: 'Jonas Lie' },
  ];
  const quotes = quotesIn(articleWith({ text, said })).map(quotation);

  expect(drawBlocks(quotes, FULL)).toBe('> “It is over.”\n> — **Ida Brekke**\n\n> “It is not.”\n> — **Jonas Lie**');
  const card = { head: quotes, entries: [], foot: [], perPage: 1 };
  expect(drawTerminal(card, { colour: false, zone: 'UTC' })).toBe(
    '  | “It is over.”\n  | — Ida Brekke\n\n  | “It is not.”\n  | — Jonas Lie\n',
  );
});

test('a quote without an address still names its outlet', () => {
  const said = [{ words: 'It is over.', by: 'Ida Brekke' }];
  const article = articleWith({ text: 'Ida Brekke said: “It is over.”', said, outlet: 'Port News' });

  expect(drawBlocks(quotesIn(article).map(quotation), FULL)).toBe('> “It is over.”\n> — **Ida Brekke** · Port News');
});

test('a terminal says in which zone its times are', () => {
  const card = notice([{ time: new Date('2026-03-02T07:00:00Z'), as: 'moment' }]);

  expect(drawTerminal(card, { colour: false, zone: 'UTC' })).toBe('2 Mar 2026, 07:00 UTC\n');
  expect(drawTerminal(card, { colour: false, zone: 'Asia/Tokyo' })).toBe('2 Mar 2026, 16:00 GMT+9\n');
});

test.each(['-', '#', '-#', '+', '1.'])(
  'a passage cut right behind “%s” makes no list or heading of our mark',
  (mark) => {
    const text = `The ferry stops.\n${mark} Buses run instead.`;
    const article = articleWith({ text });

    const drawn = drawPassage({ article, span: { start: 0, end: text.length } }, `The ferry stops.\n${mark} `.length);

    expect(drawn).toBe(`The ferry stops.\n${mark.replace(/[-#+.]/, '\\$&')} …`);
  },
);

test.each([
  ['[Update] Ferry closes', '[\\[Update\\] Ferry closes](https://port.example/a)'],
  ['Why [sic matters', 'Why \\[sic matters · [link](https://port.example/a)'],
])('the headline “%s” keeps its link', (title, drawn) => {
  const article = articleWith({ title, url: 'https://port.example/a' });

  expect(drawBlocks([{ text: [headline(article)] }], FULL)).toBe(drawn);
});

test('where the article does not say who spoke, the card says so', () => {
  const article = articleWith({ text: 'There was a cry: “Fire!”', said: [{ words: 'Fire!' }] });

  expect(drawBlocks([quotation(quotesIn(article)[0]!)], FULL)).toBe(
    '> “Fire!”\n> — the article does not make clear who',
  );
});

test('an article cannot format the card, ping anybody or forge a link', () => {
  const text = '# Breaking **news** from <@1> and @everyone: [click](https://evil.example) now.';
  const article = articleWith({ text });

  const drawn = drawBlocks([{ text: [{ verbatim: { article, span: spanOf(text, text) } }] }], FULL);

  expect(drawn).toBe(
    '\\# Breaking \\*\\*news\\*\\* from \\<@1> and @\u200beveryone: \\[click\\](https:\\//evil.example) now.',
  );
});
