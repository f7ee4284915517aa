import { expect, test } from 'vitest';
import { slice } from '../../src/model/span.ts';
import { readArticle } from '../../src/read/read.ts';
import { knowledge, read, words } from './reading.ts';

const summary = (text: string, title = '') => words(text, read(text, title).summary);

const STORM = [
  'A storm sank four ferries in the harbour of Bergen on Monday night.',
  'He said so himself.',
  'But nobody was on board, the port board told the town council.',
  '“The ferries were old. Nobody will miss them,” a pilot said.',
  'The storm sank the four ferries within an hour, the harbour police in Bergen found.',
  'A bakery near the quay gave away bread.',
  'New ferries for the harbour will cost the town of Bergen nine million crowns.',
].join(' ');

test('a summary is three exact sentences in the order of the text', () => {
  const sentences = summary(STORM);

  expect(sentences).toHaveLength(3);
  expect(sentences[0]).toBe('A storm sank four ferries in the harbour of Bergen on Monday night.');
  expect(sentences.map((sentence) => STORM.indexOf(sentence))).toEqual(
    sentences.map((sentence) => STORM.indexOf(sentence)).toSorted((one, other) => one - other),
  );
});

test('a summary leaves out sentences that point back or hold half a quotation', () => {
  const longer = readArticle({ title: '', text: STORM }, knowledge, { sentences: 4 }).summary;

  expect(words(STORM, longer)).not.toContain('He said so himself.');
  expect(words(STORM, longer).join(' ')).not.toContain('“');
  expect(words(STORM, longer).join(' ')).not.toMatch(/\bBut nobody/);
});

test('the title tells which sentence matters', () => {
  const text = STORM.replace('A storm sank four ferries in the harbour of Bergen on Monday night. ', '');

  expect(summary(text, 'Bakery gives away bread')).toContain('A bakery near the quay gave away bread.');
});

test('a text of fewer sentences is its own summary', () => {
  expect(summary('It rained. It stopped.')).toEqual(['It rained.', 'It stopped.']);
  expect(summary('')).toEqual([]);
});

test('as many sentences as asked for', () => {
  const { summary: spans } = readArticle({ title: '', text: STORM }, knowledge, { sentences: 1 });

  expect(spans.map((span) => slice(STORM, span))).toEqual([
    'A storm sank four ferries in the harbour of Bergen on Monday night.',
  ]);
});

const QUAY = [
  'The old quay of Bergen was closed on Monday after a crane fell into the harbour.',
  'The harbour master of Bergen ordered the quay closed until the crane is lifted.',
  'Two ferries wait outside the harbour, and a third has turned back to Halden.',
];

test.each([
  'Read more: The storm that sank four ferries in Bergen.',
  'Scroll down for a video of the crane at the quay of Bergen.',
  'Sign up for our newsletter and read about the harbour of Bergen every day.',
  'Follow us on every platform for news of the quay and the harbour.',
  'Photo: The crane at the quay of Bergen, by Bo Brandt of Halden News.',
  'The crane (left) at the quay of Bergen, seen from the harbour.',
  'By Karin Solheim and Jonas Brekke of the Bergen Harbour Post.',
  'Bo Brandt of the harbour desk in Bergen contributed to this report.',
  'Copyright of the Harbour Post in Bergen, all rights reserved.',
  'QUAY STAYS CLOSED The old quay of Bergen stays closed, the harbour master said.',
  'BERGEN (Halden News Agency) -',
])('what belongs to the page is in no summary: %s', (furniture) => {
  const text = [furniture, ...QUAY, furniture].join('\n');

  expect(summary(text, 'Quay of Bergen closed after crane falls into harbour')).toEqual(QUAY);
});

test('a caption is left out whole, with its credit', () => {
  const caption =
    'The crane lies beside the old quay of Bergen in the harbour on Monday. Photo: Bo Brandt / Halden News.';

  expect(summary([caption, ...QUAY].join('\n'))).toEqual(QUAY);
});

test('a text with too few sentences that fit is shown from its beginning, without what belongs to the page', () => {
  const text =
    'Quay closed\nRead more: the storm of Bergen.\nThe quay of Bergen was closed on Monday.\nNobody minded it';

  expect(summary(text)).toEqual(['Quay closed', 'The quay of Bergen was closed on Monday.', 'Nobody minded it']);
  expect(summary('Read more about the storm that sank four ferries.')).toHaveLength(1);
});

test('a dateline is in no summary, however short the text', () => {
  expect(summary('BERGEN (Coast News) — The quay of Bergen was closed on Monday.')).toEqual([
    'The quay of Bergen was closed on Monday.',
  ]);
  expect(summary('(Coast News) The quay of Bergen was closed on Monday. Nobody minded it.')).toEqual([
    'The quay of Bergen was closed on Monday.',
    'Nobody minded it.',
  ]);
});

test.each([
  ['He said that the old quay of Bergen is beyond repair.'],
  ['On Monday he told the council that the quay of Bergen is beyond repair.'],
  ['In a statement, it said that the old quay of Bergen is beyond repair.'],
  ['“The old quay of Bergen is beyond repair,” he said.'],
  ['But the old quay of Bergen is beyond repair.'],
  ['His office in Bergen found the old quay beyond repair.'],
])('stands only behind the sentence it points back to: %s', (pointing) => {
  const before = 'Harbour master Jonas Brekke climbed the fallen crane.';
  const behind = [...QUAY, before, pointing].join(' ');

  for (const count of [1, 2, 3, 4, 5]) {
    const spans = readArticle({ title: pointing, text: behind }, knowledge, { sentences: count }).summary;
    const chosen = words(behind, spans);
    expect(chosen).toHaveLength(count);
    if (chosen.includes(pointing)) expect(chosen.at(-2)).toBe(before);
  }
});

test('a name in the sentence itself is enough', () => {
  const text = [...QUAY, 'Jonas Brekke said he would resign over the crane.'].join(' ');

  expect(summary(text, 'Brekke to resign over crane')).toContain('Jonas Brekke said he would resign over the crane.');
});

test.each([1, 3, 5])('a length of %i is kept, by sentences that tell different things', (count) => {
  const text = [...QUAY, ...QUAY, 'The crane was forty years old, a board found.', 'Its owner sails to Nordby.'].join(
    ' ',
  );

  const { summary: spans } = readArticle({ title: '', text }, knowledge, { sentences: count });

  const chosen = words(text, spans);
  expect(chosen).toHaveLength(count);
  if (count === 3) expect(new Set(chosen).size).toBe(3);
});
