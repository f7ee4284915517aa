import { createGzip } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFeed } from '../../../src/intake/feed/feed.ts';
import type { Resolve } from '../../../src/intake/web/connect.ts';
import { decodeWeb } from '../../../src/intake/web/decode.ts';
import { type Fetcher, openFetcher } from '../../../src/intake/web/fetch.ts';
import { type Answer, openRawSite, openSite, publicAndTestSite, type TestSite } from '../../support/web.ts';

const FEED = '<rss><channel><title>Port News</title><item><title>Ferry</title></item></channel></rss>';
const MEGABYTE = Buffer.alloc(1_000_000, ' ');

/** Sends the same again and again, as fast as it is taken. */
const endless =
  (chunk: Buffer, headers: Record<string, string> = {}, times = Number.POSITIVE_INFINITY): Answer =>
  (response) => {
    response.writeHead(200, headers);
    let sent = 0;
    const more = () => {
      while (sent < times && !response.destroyed) {
        sent += 1;
        if (!response.write(chunk)) return void response.once('drain', more);
      }
      response.end();
    };
    more();
  };

const gzipBomb: Answer = (response) => {
  response.writeHead(200, { 'content-encoding': 'gzip' });
  const gzip = createGzip({ level: 1 });
  gzip.pipe(response);
  let written = 0;
  const more = () => {
    while (written < 1_000 && !response.destroyed) {
      written += 1;
      if (!gzip.write(MEGABYTE)) return void gzip.once('drain', more);
    }
    gzip.end();
  };
  response.once('close', () => gzip.destroy());
  more();
};

const drip: Answer = (response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write('x'), 50);
  response.once('close', () => clearInterval(timer));
};

const redirect =
  (to: string): Answer =>
  (response) =>
    response.writeHead(302, { location: to }).end();

/** A name that is public when first asked for and this machine ever after. */
let asked = 0;
const rebinding: Resolve = async () => {
  asked += 1;
  return [{ address: asked === 1 ? '203.0.114.1' : '127.0.0.1', family: 4 }];
};
const mixed: Resolve = async () => [
  { address: '203.0.114.1', family: 4 },
  { address: '10.0.0.1', family: 4 },
];

let site: TestSite;
let raw: TestSite;
let flood: TestSite;
/** With the limits as they are, and one with shorter ones, where a test waits for a limit. */
let fetcher: Fetcher;
let hasty: Fetcher;

beforeAll(async () => {
  site = await openSite({
    '/feed': FEED,
    '/gzip-bomb': gzipBomb,
    '/50-mb': endless(MEGABYTE, {}, 50),
    '/50-mb-said': endless(MEGABYTE, { 'content-length': '50000000' }, 50),
    '/endless': endless(MEGABYTE),
    '/drip': drip,
    '/silent': () => {},
    '/loop': redirect('/loop'),
    '/to-clouds-secrets': redirect('http://169.254.169.254/latest/meta-data/'),
    '/to-mapped': redirect('http://[::ffff:127.0.0.1]:1/'),
    '/to-number': redirect('http://2130706434/'),
    '/cut': (response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write(FEED);
      setTimeout(() => response.destroy(), 20);
    },
    '/nul': '<rss><channel><title>Po\0rt\u0007 News</title><item><title>Fer\u0001ry</title></item></channel></rss>',
  });
  raw = await openRawSite((socket) => socket.end('220 mail.example ESMTP\r\n'));
  flood = await openRawSite((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    const more = () => {
      while (!socket.destroyed && socket.write(`x-flood: ${'x'.repeat(1_000)}\r\n`));
    };
    socket.on('drain', more);
    more();
  });
  fetcher = openFetcher({ check: publicAndTestSite });
  hasty = openFetcher({ check: publicAndTestSite, firstByteWithin: 400, allWithin: 1_500 });
});

afterAll(async () => {
  await fetcher.close();
  await hasty.close();
  for (const each of [site, raw, flood]) await each.close();
});

const refused = async (from: Fetcher, url: string) =>
  from.fetch(url).then(
    ({ bytes }) => `not refused: ${bytes.length} bytes`,
    (error: { kind?: string; message: string }) => `${error.kind}: ${error.message}`,
  );

test.each<[attack: string, refusal: RegExp]>([
  ['/gzip-bomb', /^size: it is larger than 10 MB$/],
  ['/50-mb', /^size: it is larger than 10 MB$/],
  ['/50-mb-said', /^size: it is larger than 10 MB$/],
  ['/endless', /^size: it is larger than 10 MB$/],
  ['/drip', /^time: it was not whole after 1.5 s$|^time: its server did not answer within 0.4 s$/],
  ['/silent', /^time: its server did not answer within 0.4 s$/],
  ['/loop', /^redirects: it redirects more than 5 times$/],
  ['/to-clouds-secrets', /^address: its address 169\.254\.169\.254 leads to the link itself/],
  ['/to-mapped', /^address: its address ::ffff:7f00:1 leads to this machine itself$/],
  ['/to-number', /^address: its address 127\.0\.0\.2 leads to this machine itself$/],
  ['/cut', /^connection: the connection broke/],
])('%s is stopped within its limit, and other feeds come through meanwhile', async (path, refusal) => {
  const [attack, feed] = await Promise.all([
    refused(/drip|silent/.test(path) ? hasty : fetcher, site.url(path)),
    fetcher.fetch(site.url('/feed')),
  ]);

  expect(attack).toMatch(refusal);
  expect(feed.bytes.toString()).toBe(FEED);
});

test('what speaks no HTTP, and a flood of headers, are refused by name', async () => {
  expect(await refused(fetcher, raw.url('/'))).toMatch(/^content: its server does not speak HTTP$/);
  expect(await refused(fetcher, flood.url('/'))).toMatch(/^size: its server sends more headers than a page can need$/);
});

test('a name is connected to where it was checked, whatever it answers later', async () => {
  const rebound = openFetcher({ check: publicAndTestSite, resolve: rebinding, allWithin: 300 });
  const split = openFetcher({ check: publicAndTestSite, resolve: mixed });
  const own = openFetcher({ check: publicAndTestSite, resolve: async () => [{ address: '127.0.0.2', family: 4 }] });

  // 203.0.114.1 answers nobody here; what matters is that the name was asked for once and 127.0.0.1 never reached.
  expect(await refused(rebound, `http://turncoat.example:${site.port}/feed`)).toMatch(/^(?:time|connection): /);
  expect(asked).toBe(1);
  expect(await refused(split, 'http://two-faced.example/')).toMatch(/^address: its address 10\.0\.0\.1 of two-faced/);
  expect(await refused(own, 'http://inside.example/')).toMatch(/^address: its address 127\.0\.0\.2 of inside\.example/);
  for (const each of [rebound, split, own]) await each.close();
});

test('control characters are no part of what is read', async () => {
  const { bytes } = await fetcher.fetch(site.url('/nul'));

  expect(readFeed(decodeWeb(bytes)).entries[0]?.title?.value).toBe('Ferry');
});

test('twenty bombs, two at a time, leave memory as it was', async () => {
  const before = process.memoryUsage().rss;
  let highest = before;
  const watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss);
  }, 5);

  for (let round = 0; round < 10; round += 1) {
    const outcomes = await Promise.all(['/gzip-bomb', '/50-mb'].map((path) => refused(fetcher, site.url(path))));
    expect(outcomes).toEqual(Array(2).fill('size: it is larger than 10 MB'));
  }
  clearInterval(watch);

  expect((highest - before) / 1e6).toBeLessThan(100);
});
