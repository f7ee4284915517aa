import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/base/root.ts';
import { readArticleFile } from '../../src/intake/file.ts';
import { folderWith } from './folderWith.ts';

const harbour = { title: 'Harbour vote delayed', text: 'The vote is off.' };

test('the seed file is two articles, each with its caption beside the text', async () => {
  const { articles, problems } = await readArticleFile(join(ROOT, 'data/articles'), '000_c016ff0afc35540a.txt');

  expect(problems).toEqual([]);
  expect(articles.map(({ title }) => title)).toEqual([
    'Iraq Forms Security Crisis Cell to Coordinate with Syria',
    'Israel Attacks Yemeni Ports, Warns That Houthi Leader Is a Target',
  ]);
  expect(articles.map(({ text }) => text.split('\n\n').length)).toEqual([14, 9]);
  expect(articles.map(({ captions }) => captions?.map(({ credit }) => credit))).toEqual([
    ['Security media'],
    ['Reuters file'],
  ]);
  for (const { title, text, captions = [], publishedAt } of articles) {
    for (const line of [title, 'TT', ...captions.map((caption) => caption.text)]) expect(text).not.toContain(line);
    expect(publishedAt).toBeUndefined();
  }
});

test('a plain text is its first line and the rest', async () => {
  const folder = await folderWith({ 'harbour.TXT': '\ufeff\r\nHarbour vote delayed\r\n\r\nThe vote is off.\r\n' });

  expect(await readArticleFile(folder, 'harbour.TXT')).toMatchObject({
    file: 'harbour.TXT',
    articles: [harbour],
    problems: [],
  });
});

test('a Markdown file is an article', async () => {
  const folder = await folderWith({
    'wire/a.md': '---\ntitle: Harbour vote delayed\ndate: 2026-03-02\n---\nThe vote is off.',
  });

  const { articles } = await readArticleFile(folder, 'wire/a.md');
  expect(articles).toMatchObject([{ ...harbour, publishedAt: new Date('2026-03-02T00:00:00Z') }]);
});

test('a JSON file is one article or a list of them', async () => {
  const folder = await folderWith({
    'one.json': JSON.stringify(harbour),
    'two.json': JSON.stringify([harbour, { title: 'Storm' }]),
  });

  expect(await readArticleFile(folder, 'one.json')).toMatchObject({ articles: [harbour], problems: [] });
  expect(await readArticleFile(folder, 'two.json')).toMatchObject({
    articles: [harbour],
    problems: ['two.json, item 2 was skipped: it has no text.'],
  });
});

test('a bad row of JSON Lines is named and skipped, the others load', async () => {
  const rows = [
    JSON.stringify(harbour),
    '',
    '{"title": "Storm"',
    '[]',
    JSON.stringify({ ...harbour, text: 'It is on.', date: 'soon' }),
  ];
  const folder = await folderWith({ 'wire.jsonl': rows.join('\r\n') });

  expect(await readArticleFile(folder, 'wire.jsonl')).toMatchObject({
    articles: [harbour, { text: 'It is on.' }],
    problems: [
      expect.stringMatching(/^wire\.jsonl, line 3 was skipped: it is not valid JSON.*\.$/),
      'wire.jsonl, line 4 was skipped: it is no set of named fields.',
      'wire.jsonl, line 5: its date “soon” cannot be read, so it is undated.',
    ],
  });
});

test('a part that cannot be used is left out by name, and the article loads', async () => {
  const folder = await folderWith({
    'a.json': JSON.stringify({ ...harbour, outlet: 7, url: 'mailto:me@news.example' }),
  });

  expect(await readArticleFile(folder, 'a.json')).toMatchObject({
    articles: [harbour],
    problems: [
      'a.json: its outlet is not text.',
      'a.json: its url is no usable http or https address, so it has no link.',
    ],
  });
});

test('a problem is one line, whatever the file is called', async () => {
  const folder = await folderWith({ 'a\n\u202eb.txt': '' });

  expect((await readArticleFile(folder, 'a\n\u202eb.txt')).problems).toEqual(['a b.txt was skipped: it is empty.']);
});

test('the same article twice in a file is one article', async () => {
  const url = 'https://news.example/a';
  const folder = await folderWith({
    'a.json': JSON.stringify([
      { ...harbour, url },
      { ...harbour, url: `${url}#top` },
    ]),
  });

  expect(await readArticleFile(folder, 'a.json')).toMatchObject({
    articles: [{ url }],
    problems: ['a.json, item 2 was skipped: the same article stands before it in this file.'],
  });
});

test('thousands of bad rows make a short log', async () => {
  const folder = await folderWith({ 'wire.jsonl': '{}\n'.repeat(5_000) });

  const { problems } = await readArticleFile(folder, 'wire.jsonl');
  expect(problems).toHaveLength(21);
  expect(problems.at(-1)).toBe('wire.jsonl has 4980 more problems like these.');
});

test.each<[why: string, name: string, content: string | Uint8Array, reason: string]>([
  ['is not UTF-8', 'a.txt', Uint8Array.of(0x54, 0xe9, 0x6c, 0xe9), 'it is not UTF-8 text'],
  ['is UTF-16', 'a.txt', Buffer.from('\ufeffTitle\n\nText', 'utf16le'), 'it is not UTF-8 text'],
  ['is empty', 'a.txt', '', 'it is empty'],
  ['is white space', 'a.jsonl', '\ufeff \n\n', 'it is empty'],
  ['is a title alone', 'a.txt', 'Harbour vote delayed\n', 'it has no text'],
  ['is Markdown without a title', 'a.md', 'The vote is off.', 'it has no title'],
  [
    'has broken front matter',
    'a.md',
    '---\ntitle: Harbour\nThe vote is off.',
    'its front matter has no end, a line of ---',
  ],
  ['is an empty list', 'a.json', '[]', 'it holds no article'],
  ['has a number for a title', 'a.json', '{"title": 7, "text": "The vote is off."}', 'it has no title'],
  [
    'hides its fields in a prototype',
    'a.json',
    '{"__proto__": {"title": "Harbour", "text": "Off."}}',
    'it has no title',
  ],
  ['is of no kind Lede reads', 'a.pdf', 'Harbour', 'its name does not end in .txt, .md, .json or .jsonl'],
  ['is larger than 5 MB', 'a.txt', new Uint8Array(5_000_001).fill(0x61), 'it is larger than 5 MB'],
])('a file that %s is skipped with its reason', async (_why, name, content, reason) => {
  const folder = await folderWith({ [name]: content });

  expect(await readArticleFile(folder, name)).toMatchObject({
    file: name,
    articles: [],
    problems: [`${name} was skipped: ${reason}.`],
  });
});

test('whatever bytes a file holds, reading it does not throw, and each article has a text', async () => {
  const folder = await folderWith({});
  const lines = fc.constantFrom(
    '---',
    '# a',
    'title: b',
    'TT',
    'Boats. (X)',
    '',
    '{"title":"a","text":"b"}',
    '[',
    '```',
    '[a](b',
    '&#x110000;',
    '\u200d',
  );
  const contents = fc.oneof(
    fc.uint8Array(),
    fc.array(lines).map((all) => Buffer.from(all.join('\n'))),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('a.txt', 'a.md', 'a.json', 'a.jsonl'), contents, async (name, content) => {
      await writeFile(join(folder, name), content);
      const { articles, problems } = await readArticleFile(folder, name);
      expect(articles.length + problems.length).toBeGreaterThan(0);
      for (const { text } of articles) expect(text.trim()).not.toBe('');
    }),
    { numRuns: 300 },
  );
});
