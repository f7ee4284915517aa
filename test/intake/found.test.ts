import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { found } from '../../src/intake/found.ts';

const harbour = { title: 'Harbour vote delayed', text: 'The vote is off.' };

test('a title and a text are enough', () => {
  expect(found({ title: ' Harbour\tvote ', text: 'The vote\r\nis off.\u200b' })).toMatchObject({
    article: { title: 'Harbour vote', text: 'The vote\nis off.' },
    notes: [],
  });
});

test.each<[what: string, draft: object, reason: RegExp]>([
  ['no title', { text: 'The vote is off.' }, /^it has no title$/],
  ['a title that nobody sees', { title: '\u200b\u3164', text: 'The vote is off.' }, /^it has no title$/],
  ['no text', { title: 'Harbour' }, /^it has no text$/],
  ['a text that nobody sees', { title: 'Harbour', text: '\u202e\n\u200b' }, /^it has no text$/],
])('%s is no article', (_what, draft, reason) => {
  expect(() => found(draft)).toThrow(reason);
});

test.each<[part: string, value: string, note: RegExp]>([
  ['url', 'javascript:alert(1)', /^its url is no usable http or https address, so it has no link$/],
  ['url', `https://news.example/${'x'.repeat(2_000)}`, /^its url is no usable/],
  ['publishedAt', 'next Tuesday', /^its date “next Tuesday” cannot be read, so it is undated$/],
  ['language', 'not a tag', /^its language is no language tag/],
])('an unusable %s is left out with a note', (part, value, note) => {
  const { article, notes } = found({ ...harbour, [part]: value });

  expect(article).not.toHaveProperty(part);
  expect(notes).toEqual([expect.stringMatching(note)]);
});

test('an endless title is cut, and never through a character', () => {
  const { article, notes } = found({ ...harbour, title: '\u{1f6a2}'.repeat(400) });

  expect(article.title).toBe(`${'\u{1f6a2}'.repeat(249)}…`);
  expect(notes).toEqual(['its title is longer than 500 characters and was cut']);
});

test('a link keeps its trackers but no password, a language its canonical spelling', () => {
  const { article } = found({ ...harbour, url: 'https://me:secret@news.example/a?utm_source=x', language: 'EN_us' });

  expect(article).toMatchObject({ url: 'https://news.example/a?utm_source=x', language: 'en-US' });
});

test('an outlet is never guessed', () => {
  expect(found({ ...harbour, url: 'https://news.example/a' }).article).not.toHaveProperty('outlet');
});

test('whatever is shown of an article changes its content hash, and nothing else does', () => {
  const url = 'https://news.example/a';
  const changes = [
    { title: 'Vote' },
    { text: 'It is on.' },
    { outlet: 'Post' },
    { author: 'Mara' },
    { publishedAt: '2026-03-02' },
    { language: 'en' },
    { captions: [{ text: 'Boats' }] },
    { captions: [{ text: 'Boats', credit: 'Archive' }] },
  ];
  const hashes = [{}, ...changes].map((change) => found({ ...harbour, url, ...change }).article.contentHash);

  expect(new Set(hashes).size).toBe(hashes.length);
  expect(found({ ...harbour, url, title: `${harbour.title}\u200b ` }).article.contentHash).toBe(hashes[0]);
});

test('whatever a draft holds, the article has a title and a text, or there is none', () => {
  const word = fc.option(fc.string({ unit: 'binary' }), { nil: undefined });
  const draft = fc.record({
    title: word,
    text: word,
    url: word,
    outlet: word,
    author: word,
    publishedAt: word,
    language: word,
  });
  fc.assert(
    fc.property(draft, (given) => {
      try {
        const { article } = found(given);
        expect(article.title).not.toBe('');
        expect(article.text).not.toBe('');
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
    }),
  );
});
