import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Fetcher, openFetcher, USER_AGENT } from '../../../src/intake/web/fetch.ts';
import { Refusal } from '../../../src/intake/web/refusal.ts';
import { type Answer, openSite, publicAndTestSite, type TestSite } from '../../support/web.ts';

let site: TestSite;
let fetcher: Fetcher;

const packed =
  (encoding: string, bytes: Buffer): Answer =>
  (response) =>
    response.writeHead(200, { 'content-encoding': encoding }).end(bytes);
const redirect =
  (to: string, status = 302): Answer =>
  (response) =>
    response.writeHead(status, { location: to }).end('moved');

beforeAll(async () => {
  site = await openSite({
    '/page': (response) => response.writeHead(200, { etag: '"one"', 'content-type': 'text/html' }).end('two boats'),
    '/known': (response, { headers }) => response.writeHead(headers['if-none-match'] === '"one"' ? 304 : 200).end(),
    '/gzip': packed('gzip', gzipSync('two boats')),
    '/br': packed('br', brotliCompressSync('two boats')),
    '/deflate': packed('deflate', deflateSync('two boats')),
    '/twice': packed('gzip, gzip', gzipSync(gzipSync('two boats'))),
    '/not-gzip': packed('gzip', Buffer.from('two boats')),
    '/moved': redirect('/page', 301),
    '/5': redirect('/4'),
    '/4': redirect('/3'),
    '/3': redirect('/2'),
    '/2': redirect('/1'),
    '/1': redirect('/page'),
    '/6': redirect('/5'),
    '/to-password': redirect('http://me:secret@port.example/'),
    '/to-file': redirect('file:///etc/passwd'),
    '/403': (response) => response.writeHead(403).end('no'),
    '/429': (response) => response.writeHead(429, { 'retry-after': '120' }).end(),
    '/503': (response) => response.writeHead(503, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() }).end(),
  });
  fetcher = openFetcher({ check: publicAndTestSite });
});

afterAll(async () => {
  await fetcher.close();
  await site.close();
});

const refusal = (url: string) =>
  fetcher.fetch(url).then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );

test('a page comes with its headers, asked for by name', async () => {
  const { url, bytes, headers, unchanged } = await fetcher.fetch(site.url('/page#top'), { accept: 'text/html' });

  expect({ url, text: bytes.toString(), etag: headers['etag'], unchanged }).toEqual({
    url: site.url('/page'),
    text: 'two boats',
    etag: '"one"',
    unchanged: false,
  });
  expect(site.asked.at(-1)?.headers).toMatchObject({ 'user-agent': USER_AGENT, accept: 'text/html' });
  expect(USER_AGENT).toMatch(/^Lede\/\d.*\(\+https:\/\//);
});

test('what is known is not sent again', async () => {
  const { unchanged, bytes } = await fetcher.fetch(site.url('/known'), { etag: '"one"' });

  expect([unchanged, bytes.length]).toEqual([true, 0]);
});

test.each(['/gzip', '/br', '/deflate', '/moved', '/5'])('%s gives the page', async (path) => {
  const { bytes } = await fetcher.fetch(site.url(path));

  expect(bytes.toString()).toBe('two boats');
});

test.each<[path: string, kind: string, words: RegExp]>([
  ['/6', 'redirects', /redirects more than 5 times/],
  ['/to-password', 'link', /holds a name or password/],
  ['/to-file', 'link', /begins with file:/],
  ['/twice', 'packing', /packed as “gzip, gzip”/],
  ['/not-gzip', 'packing', /not packed as its server says/],
  ['/403', 'status', /refuses Lede \(status 403\)/],
  ['/nowhere', 'status', /not there \(status 404\)/],
])('%s is refused by name', async (path, kind, words) => {
  const error = await refusal(site.url(path));

  expect(error).toBeInstanceOf(Refusal);
  expect(error).toMatchObject({ kind, message: expect.stringMatching(words) });
  expect(String(error)).not.toContain('secret');
});

test.each(['/429', '/503'])('%s says when to come back', async (path) => {
  const error = (await refusal(site.url(path))) as Refusal;

  expect(error.facts.retryAfter?.getTime()).toBeGreaterThan(Date.now() + 50_000);
});

test.each([
  ['ftp://port.example/', 'link'],
  ['no address', 'link'],
  ['http://me:secret@127.0.0.1/', 'link'],
  ['http://no-such-host.invalid/', 'connection'],
  ['http://127.0.0.1:1/', 'connection'],
])('%s is refused as %s', async (url, kind) => {
  const error = await refusal(url);

  expect(error).toMatchObject({ kind });
  expect(String(error)).not.toContain('secret');
});

test('a stop from outside ends a fetch', async () => {
  const stop = new AbortController();
  const fetched = fetcher.fetch(site.url('/page'), { signal: stop.signal });
  stop.abort(new Error('Lede is stopping.'));

  await expect(fetched).rejects.toThrow('Lede is stopping.');
});
