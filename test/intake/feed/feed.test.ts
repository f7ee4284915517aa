import { expect, test } from 'vitest';
import { UserError } from '../../../src/base/errors.ts';
import { type FeedEntry, plainOf } from '../../../src/intake/feed/entry.ts';
import { readFeed } from '../../../src/intake/feed/feed.ts';

const rss = (item: string, channel = '') =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Port News</title>${channel}<item>${item}</item></channel></rss>`;
const atom = (entry: string, feed = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Port News</title>${feed}<entry>${entry}</entry></feed>`;

function onlyEntry(text: string, base?: string) {
  const { entries } = readFeed(text, base);
  expect(entries).toHaveLength(1);
  return shown(entries[0]!);
}

/** An entry with its texts as they are read. */
function shown({ title, summary, content, publishedAt, updatedAt, ...rest }: FeedEntry) {
  return {
    ...rest,
    ...(title && { title: plainOf(title) }),
    ...(summary && { summary: plainOf(summary) }),
    ...(content && { content: plainOf(content) }),
    ...(publishedAt && { publishedAt: publishedAt.toISOString() }),
    ...(updatedAt && { updatedAt: updatedAt.toISOString() }),
  };
}

test('RSS gives what its items say', () => {
  const item = `<title>Ferry line to close</title><link>https://port.example/ferry</link><guid isPermaLink="false">f1</guid>
    <pubDate>Mon, 02 Mar 2026 05:00:00 GMT</pubDate><dc:creator>Ida Brekke</dc:creator>
    <description>&lt;p&gt;It closes &lt;b&gt;in May&lt;/b&gt;.&lt;/p&gt;</description>
    <content:encoded><![CDATA[<p>It closes in May.</p><p>A bus replaces it.</p>]]></content:encoded>`;

  expect(onlyEntry(rss(item))).toEqual({
    guid: 'f1',
    title: 'Ferry line to close',
    url: 'https://port.example/ferry',
    publishedAt: '2026-03-02T05:00:00.000Z',
    author: 'Ida Brekke',
    summary: 'It closes in May.',
    content: 'It closes in May.\n\nA bus replaces it.',
  });
});

test('a feed says what it is, and how often it changes', () => {
  const feed = readFeed(
    rss('<title>x</title>', '<link>/home</link><language>en-gb</language><ttl>30</ttl>'),
    'https://port.example/rss',
  );

  expect(feed).toMatchObject({ url: 'https://port.example/home', language: 'en-gb', everyMinutes: 30 });
});

test('JSON Feed, RDF and Atom 0.3 are read too', () => {
  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Port News',
    items: [{ id: 'j', url: 'https://port.example/j', title: 'Tom & Jerry <3', content_text: 'a < b' }],
  });
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel><title>Port</title></channel><item rdf:about="https://port.example/r"><title>R</title><dc:date>2026-03-02T05:00Z</dc:date></item></rdf:RDF>`;
  const old = `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Port</title>
    <entry><title mode="base64">VHdvIGJvYXRz</title><issued>2026-03-02T05:00:00Z</issued></entry></feed>`;

  expect(onlyEntry(json)).toEqual({
    guid: 'j',
    url: 'https://port.example/j',
    title: 'Tom & Jerry <3',
    content: 'a < b',
  });
  expect(onlyEntry(rdf)).toMatchObject({ url: 'https://port.example/r', publishedAt: '2026-03-02T05:00:00.000Z' });
  expect(onlyEntry(old)).toEqual({ title: 'Two boats', publishedAt: '2026-03-02T05:00:00.000Z' });
});

test.each<[case_: string, feed: string, entry: object]>([
  ['Atom text means its signs', atom('<title type="text">a &lt;b&gt; c</title>'), { title: 'a <b> c' }],
  ['Atom HTML does not', atom('<title type="html">a &lt;b&gt;c&lt;/b&gt;</title>'), { title: 'a c' }],
  ['another type is base64', atom('<summary type="application/octet-stream">PHA+eDwvcD4=</summary>'), { summary: 'x' }],
  [
    'links count from the nearest base',
    atom('<link href="c"/>', '<link rel="self" href="https://port.example/feed"/>')
      .replace('<feed ', '<feed xml:base="https://port.example/a/" ')
      .replace('<entry>', '<entry xml:base="b/">'),
    { url: 'https://port.example/a/b/c' },
  ],
  [
    'the link for readers is the HTML one',
    atom('<link rel="edit" href="https://e/x"/><link rel="alternate" type="text/html" href="https://port.example/p"/>'),
    { url: 'https://port.example/p' },
  ],
  [
    'a guid can be the link',
    rss('<guid>https://port.example/g</guid>'),
    { guid: 'https://port.example/g', url: 'https://port.example/g' },
  ],
  [
    'unless it says no',
    rss('<guid isPermaLink="false">https://port.example/g</guid><title>x</title>'),
    { guid: 'https://port.example/g', title: 'x' },
  ],
  [
    'Dublin Core dates count',
    rss('<dc:date>2026-03-02T05:00:00Z</dc:date>'),
    { publishedAt: '2026-03-02T05:00:00.000Z' },
  ],
  [
    'so do those of its terms',
    rss('<dcterms:issued>2026-03-02</dcterms:issued>'),
    { publishedAt: '2026-03-02T00:00:00.000Z' },
  ],
  [
    'pictures have words',
    rss('<media:group><media:description>Two boats</media:description></media:group>'),
    { summary: 'Two boats' },
  ],
  [
    'old RSS holds the whole text in fullitem',
    rss('<fullitem>&lt;p&gt;Two boats&lt;/p&gt;</fullitem>'),
    { content: 'Two boats' },
  ],
  [
    'or as XHTML',
    rss('<body xmlns="http://www.w3.org/1999/xhtml"><p>Two</p><p>boats</p></body>'),
    { content: 'Two\n\nboats' },
  ],
])('%s', (_case, feed, entry) => {
  expect(onlyEntry(feed)).toEqual(entry);
});

test('a feed that breaks off gives the entries before', () => {
  const whole = rss('<title>one</title></item><item><title>two</title></item><item><title>thr');
  const cut = whole.slice(0, whole.indexOf('thr') + 3);

  expect(readFeed(cut).entries.map((entry) => shown(entry).title)).toEqual(['one', 'two']);
});

test.each<[case_: string, text: string, reason: RegExp]>([
  ['nothing', ' ', /it is empty/],
  ['a web page', '<!DOCTYPE html><html><p>x</p></html>', /a web page, not a feed/],
  ['something else', 'ferry', /no RSS, Atom or JSON feed/],
  ['broken XML', '<rss><channel><title>x', /no well-formed XML/],
  [
    'entities that grow',
    '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>',
    /entities that refer to others/,
  ],
  [
    'entities from a file',
    '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&f;</title></item></channel></rss>',
    /entities that refer to others or to files/,
  ],
  ['5,000 nested elements', rss('<a>'.repeat(5_000) + '</a>'.repeat(5_000)), /nested/],
  ['an element named __proto__', rss('<title>x</title><__proto__><isManager>1</isManager></__proto__>'), /reserved/],
])('%s is refused by name', (_case, text, reason) => {
  expect(() => readFeed(text)).toThrow(UserError);
  expect(() => readFeed(text)).toThrow(reason);
  expect({}).not.toHaveProperty('isManager');
});
