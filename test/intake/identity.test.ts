import { expect, test } from 'vitest';
import { articleId, canonicalUrl } from '../../src/intake/identity.ts';

test.each<[why: string, address: string, canonical: string | undefined]>([
  ['the host is in lower case, the path is not', 'HTTPS://News.Example/Harbour', 'https://news.example/Harbour'],
  ['the usual port goes', 'https://news.example:443/a', 'https://news.example/a'],
  ['another port stays', 'https://news.example:8443/a', 'https://news.example:8443/a'],
  ['the fragment goes', 'https://news.example/a#comments', 'https://news.example/a'],
  ['trackers go', 'https://news.example/a?utm_source=x&fbclid=y&GCLID=z', 'https://news.example/a'],
  [
    'other parameters stay in their order',
    'https://news.example/a?b=2&utm_medium=x&a=%201',
    'https://news.example/a?b=2&a=%201',
  ],
  ['a parameter without a value stays', 'https://news.example/?print', 'https://news.example/?print'],
  ['a slash at the end of the path goes', 'https://news.example/a/b/?id=1', 'https://news.example/a/b?id=1'],
  ['the slash that is the whole path stays', 'https://news.example', 'https://news.example/'],
  ['a name and password go', 'https://me:secret@news.example/a', 'https://news.example/a'],
  ['a host in other letters is spelt as DNS does', 'https://zürich.example/a', 'https://xn--zrich-kva.example/a'],
  ['a script has none', 'javascript:alert(1)', undefined],
  ['a file has none', 'file:///etc/hosts', undefined],
  ['words have none', 'harbour vote', undefined],
])('%s', (_why, address, canonical) => {
  expect(canonicalUrl(address)).toBe(canonical);
});

const words = { title: 'Harbour vote delayed', text: 'The vote is off.' };

test('an article is its address, whatever its words', () => {
  const first = articleId({ ...words, url: 'https://news.example/harbour?utm_source=feed' });
  const corrected = articleId({ ...words, text: 'The vote is on.', url: 'https://NEWS.example/harbour/' });

  expect(first).toMatch(/^[0-9a-f]{16}$/);
  expect(corrected).toBe(first);
});

test('without an address it is its guid, without both its words', () => {
  const byGuid = articleId({ ...words, guid: 'tag:news.example,2026:7' });

  expect(articleId({ title: 'Other', text: 'Other.', guid: 'tag:news.example,2026:7' })).toBe(byGuid);
  expect(articleId(words)).toBe(articleId({ ...words }));
  expect(articleId({ ...words, text: 'The vote is on.' })).not.toBe(articleId(words));
});

test('words that look like an address or run into each other are no such identity', () => {
  const ids = [
    articleId({ ...words, url: 'https://news.example/a' }),
    articleId({ ...words, guid: 'https://news.example/a' }),
    articleId({ title: 'a', text: 'bc' }),
    articleId({ title: 'ab', text: 'c' }),
  ];
  expect(new Set(ids).size).toBe(4);
});
