import { expect, test } from 'vitest';
import { readMarkdown } from '../../src/intake/markdown.ts';

const matter = (...lines: string[]) => `---\n${lines.join('\n')}\n---\n\nThe vote is **off**.`;
const draftOf = (text: string) => {
  const entry = readMarkdown(text);
  return 'draft' in entry ? entry.draft : undefined;
};

test('front matter names the parts of an article', () => {
  const text = matter(
    'title: Harbour vote delayed',
    'url: https://news.example/harbour',
    'outlet: The Harbour Post',
    'author: [Mara Lindqvist, Jon Falk]',
    'publishedAt: 2026-03-02T07:30:00Z',
    'language: en',
    'mood: calm',
  );

  expect(draftOf(text)).toEqual({
    title: 'Harbour vote delayed',
    text: 'The vote is off.',
    url: 'https://news.example/harbour',
    outlet: 'The Harbour Post',
    author: 'Mara Lindqvist, Jon Falk',
    publishedAt: '2026-03-02T07:30:00Z',
    language: 'en',
  });
});

test('date means publishedAt', () => {
  expect(draftOf(matter('title: Harbour', 'date: 2026-03-02'))?.publishedAt).toBe('2026-03-02');
});

test('values stay as they are written', () => {
  expect(draftOf(matter('title: 007', 'author: ~', 'outlet:', 'language: no'))).toMatchObject({
    title: '007',
    language: 'no',
  });
  expect(draftOf(matter('title: 007', 'author: ~', 'outlet:'))).not.toHaveProperty('author');
});

test('without a title in the front matter the first heading is the title', () => {
  expect(draftOf('# Harbour *vote* delayed\n\nThe vote is off.')).toMatchObject({
    title: 'Harbour vote delayed',
    text: 'The vote is off.',
  });
});

test('a heading that repeats the title is no part of the text', () => {
  const text = '---\ntitle: Harbour\n---\n# Harbour\n\nThe vote is off.';
  expect(draftOf(text)?.text).toBe('The vote is off.');
  expect(draftOf(text.replace('# Harbour', '# Why'))?.text).toBe('Why\n\nThe vote is off.');
});

test('a field that is no text is left out by name', () => {
  expect(readMarkdown(matter('title: Harbour', 'outlet: { name: Post }'))).toMatchObject({
    leftOut: ['its outlet is not text'],
  });
});

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x]',
  ...'bcdefgh'.split('').map((name, index) => {
    const before = 'abcdefg'[index];
    return `${name}: &${name} [${`*${before}, `.repeat(8)}]`;
  }),
];

test.each<[why: string, text: string, reason: RegExp]>([
  ['without an end', '---\ntitle: Harbour\n\nThe vote is off.', /^its front matter has no end/],
  ['with a colon too many', matter('title: Harbour: the vote'), /^its front matter is not valid YAML: .*line 1/],
  ['with a field twice', matter('title: Harbour', 'title: Vote'), /^its front matter is not valid YAML: /],
  ['that is a list', matter('- Harbour'), /^it is no set of named fields$/],
  ['that grows by aliases', matter('title: Harbour', ...bomb), /^its front matter is not valid YAML: /],
  ['nested thousands deep', matter('['.repeat(9_000)), /^its front matter is not valid YAML: /],
  ['of book length', matter(`title: ${'x'.repeat(20_000)}`), /^its front matter is longer than 20000 characters$/],
])('front matter %s is refused', (_why, text, reason) => {
  expect(() => readMarkdown(text)).toThrow(reason);
});
