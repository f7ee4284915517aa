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
