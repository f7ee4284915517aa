import { expect, test } from 'vitest';
import { extractInThread } from '../../../src/app/threads/extraction.ts';
import { UserError } from '../../../src/base/errors.ts';

const FEED = '<rss><channel><title>Port News</title><item><title>Ferry</title><link>/f</link></item></channel></rss>';

test('feeds and pages are taken apart in a thread, each with its own outcome', async () => {
  const extraction = extractInThread();

  const outcomes = await Promise.allSettled([
    extraction.feed({ bytes: Buffer.from(FEED), address: 'https://port.example/rss' }),
    extraction.feed({ bytes: Buffer.from('nothing') }),
    extraction.page({
      bytes: Buffer.from(`<article>${'<p>Two boats run every day, and a third one on Sunday.</p>'.repeat(20)}`),
    }),
    extraction.page({ bytes: Buffer.from('<div>'.repeat(5_000)) }),
  ]);
  await extraction.close();

  expect(outcomes).toMatchObject([
    { value: { entries: [{ url: 'https://port.example/f' }] } },
    { reason: expect.any(UserError) },
    { value: { text: expect.stringContaining('Two boats') } },
    { reason: expect.any(UserError) },
  ]);
});

test('a page that eats its time costs only itself', async () => {
  const extraction = extractInThread(1_500);
  // Within every limit of its own, and slow: Readability walks up from each paragraph.
  const branch = `${'<div>'.repeat(245)}<p>Boats, ships, ferries, rafts, and more words.</p>${'</div>'.repeat(245)}`;

  const [slow, feed] = await Promise.allSettled([
    extraction.page({ bytes: Buffer.from(`<body>${branch.repeat(200)}`) }),
    extraction.feed({ bytes: Buffer.from(FEED) }),
  ]);
  await extraction.close();

  expect(slow).toMatchObject({ status: 'rejected', reason: { message: 'it takes more than 1.5 s to take apart' } });
  expect(feed.status).toBe('fulfilled');
});
