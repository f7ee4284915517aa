import { expect, test } from 'vitest';
import { UserError } from '../../../src/base/errors.ts';
import { extractPage } from '../../../src/intake/page/extract.ts';

const FIRST =
  'The ferry line between Tromso and Kvaloy will close in May, the harbour board announced on Monday evening.';
const SECOND =
  'Some 200 commuters use the boat every day, and many of them came to the meeting to say what they think of it.';
const THIRD =
  'The board said that a bus would replace the boat, and that the fare for the bus would be lower than for the boat.';
const LAST = '“We will miss it,” said the captain.';

const page = (
  article: string,
  head = '',
) => `<!DOCTYPE html><html lang="en"><head><title>Ferry line to close | Port News</title>
  ${head}</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
  <main><article><h1>Ferry line to close</h1>${article}</article></main><footer>© Port News</footer></body></html>`;
const p = (words: string) => `<p>${words}</p>`;

const paragraphs = (article: string) => extractPage(page(article)).text.split('\n\n');

test('a page tells its article, and who wrote it when and where', () => {
  const head = `<link rel="canonical" href="https://port.example/ferry">
    <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Ferry line to close",
    "datePublished":"2026-03-02T06:00:00+01:00","author":{"@type":"Person","name":"Ida Brekke"},"publisher":{"@type":"Organization","name":"Port News"}}</script>`;

  expect(
    extractPage(
      page([FIRST, SECOND, THIRD, LAST].map(p).join(''), head),
      'https://www.port.example/ferry?utm_source=x',
    ),
  ).toEqual({
    title: 'Ferry line to close',
    text: [FIRST, SECOND, THIRD, LAST].join('\n\n'),
    url: 'https://port.example/ferry',
    outlet: 'Port News',
    author: 'Ida Brekke',
    publishedAt: new Date('2026-03-02T05:00:00Z'),
    language: 'en',
  });
});

test.each([
  ['another site', 'https://port.example/ferry'],
  ['one that only ends alike', 'https://port.example/ferry'],
  ['its own front page', 'https://gull.example/'],
])('a page cannot speak for %s', (case_, canonical) => {
  const address = case_ === 'one that only ends alike' ? 'https://evilport.example/x' : 'https://gull.example/x';
  const html = page(p(FIRST) + p(SECOND) + p(THIRD), `<link rel="canonical" href="${canonical}">`);

  expect(extractPage(html, address).url).toBe(address);
});

test('the date may stand in a time element only', () => {
  const html = page(`<time datetime="2026-03-02T05:00:00Z">Monday</time>${p(FIRST)}${p(SECOND)}${p(THIRD)}`);

  expect(extractPage(html).publishedAt).toEqual(new Date('2026-03-02T05:00:00Z'));
});

test.each<[case_: string, article: string]>([
  [
    'names and dates above',
    `<div>By Ida Brekke</div><div>Published 2 March 2026</div>${p(FIRST)}${p(SECOND)}${p(THIRD)}`,
  ],
  ['a share bar', `${p(FIRST)}<ul class="share-tools"><li>Tweet this</li><li>Send it</li></ul>${p(SECOND)}${p(THIRD)}`],
  [
    'a caption',
    `${p(FIRST)}<figure><img src="a.jpg"><figcaption>The ferry in the harbour of Tromso on Monday. Photo: Jonas Lie</figcaption></figure>${p(SECOND)}${p(THIRD)}`,
  ],
  [
    'a caption without an element of its own',
    `${p(FIRST)}${p('The ferry in the harbour of Tromso (Image: Jonas Lie)')}${p(SECOND)}${p(THIRD)}`,
  ],
  [
    'a line that leads elsewhere',
    `${p(FIRST)}${p('<a href="/bus">Bus drivers are wanted in the whole of the north</a>')}${p(SECOND)}${p(THIRD)}`,
  ],
  ['read more', `${p(FIRST)}${p('Read more: <a href="/bus">Bus drivers wanted</a>')}${p(SECOND)}${p(THIRD)}`],
  [
    'a newsletter box',
    `${p(FIRST)}<div class="newsletter-box"><p>All the news of the port, every morning in your inbox, at no cost.</p></div>${p(SECOND)}${p(THIRD)}`,
  ],
  [
    'related links',
    `${p(FIRST)}${p(SECOND)}${p(THIRD)}<ul><li><a href="/a">Bridge opens</a></li><li><a href="/b">Mayor resigns</a></li><li><a href="/c">Fish is back</a></li></ul>`,
  ],
  [
    'what comes under the article',
    `${p(FIRST)}${p(SECOND)}${p(THIRD)}<h2>More from Port News</h2><p>The new bridge over the sound opens in June, after five years.</p>`,
  ],
  ['who wrote it, below', `${p(FIRST)}${p(SECOND)}${p(THIRD)}${p('Ida Brekke is a staff reporter at Port News.')}`],
])('%s is no part of the article', (_case, article) => {
  expect(paragraphs(article)).toEqual([FIRST, SECOND, THIRD]);
});

test('short sentences, headings and long lists inside an article stay', () => {
  const stops = Array.from({ length: 12 }, (_, index) => `Stop ${index + 1}: Street of the fishermen`);
  const article = `${p(FIRST)}<h2>What comes next</h2>${p(SECOND)}${p('See you, she said: “Read it.”')}<ul>${stops.map((stop) => `<li>${stop}</li>`).join('')}</ul>`;

  expect(paragraphs(article)).toEqual([FIRST, 'What comes next', SECOND, 'See you, she said: “Read it.”', ...stops]);
});

test.each<[case_: string, html: string, reason: RegExp]>([
  ['nothing', '', /no article/],
  ['an empty page', page(''), /no article/],
  ['5,000 nested elements', `<html><body>${'<div>'.repeat(5_000)}x`, /nested more than 256 deep/],
  ['a million elements', `<html><body>${'<br>'.repeat(1_000_000)}`, /more than 50000 elements/],
])('%s is refused by name', (_case, html, reason) => {
  expect(() => extractPage(html)).toThrow(UserError);
  expect(() => extractPage(html)).toThrow(reason);
});
