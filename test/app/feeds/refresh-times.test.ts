import { afterEach, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../../src/base/clock.ts';
import { feedById, feedId } from '../../../src/store/feeds/feeds.ts';
import { rssOf, siteWithFeed, type TestSources } from '../../support/sources.ts';
import type { Answer, TestSite } from '../../support/web.ts';

const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.close();
});

async function siteWith(answers: Record<string, Answer | string>) {
  const { site, sources } = await siteWithFeed(answers);
  opened.push(site, sources);
  return { site, sources };
}

const feedOf = async ({ store }: TestSources, site: TestSite) => (await feedById(store, feedId(site.url('/feed'))))!;

test('a feed that fails is asked ever less often, is marked with the reason, and recovers by itself', async () => {
  const answers: Record<string, Answer | string> = { '/feed': (response) => response.writeHead(500).end() };
  const { site, sources } = await siteWith(answers);
  const waits: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    await sources.refresh();
    const { nextAt } = await feedOf(sources, site);
    waits.push((nextAt.getTime() - sources.clock.now().getTime()) / MINUTE);
    sources.clock.move(nextAt.getTime() - sources.clock.now().getTime());
  }

  expect(waits.slice(0, 4)).toEqual([20, 40, 80, 160]);
  expect(Math.max(...waits)).toBe(24 * 60);
  expect(await feedOf(sources, site)).toMatchObject({
    failures: 12,
    reason: 'its server is out of order (status 500)',
  });

  answers['/feed'] = rssOf([{ title: 'Back', guid: 'x' }]);
  expect((await sources.refresh()).fresh).toBe(1);
  const feed = await feedOf(sources, site);
  expect(feed).toMatchObject({ failures: 0, title: 'Port News' });
  expect('reason' in feed || 'failingSince' in feed).toBe(false);
});

test.each<[case_: string, headers: Record<string, string>, channel: string, minutes: number]>([
  ['nothing', {}, '', 10],
  ["the feed's own ttl", {}, '<ttl>45</ttl>', 45],
  ['a ttl of a week', {}, '<ttl>10080</ttl>', 24 * 60],
  ['Cache-Control', { 'cache-control': 'public, max-age=1800' }, '', 30],
  ['a cache of a year', { 'cache-control': 'max-age=31536000' }, '', 60],
])('when it is asked again is chosen by %s', async (_case, headers, channel, minutes) => {
  const body = rssOf([{ title: 'x', guid: 'x' }]).replace('<channel>', `<channel>${channel}`);
  const { site, sources } = await siteWith({ '/feed': (response) => response.writeHead(200, headers).end(body) });
  await sources.refresh();

  const { nextAt } = await feedOf(sources, site);
  expect((nextAt.getTime() - sources.clock.now().getTime()) / MINUTE).toBe(minutes);
});

test('a server that asks to wait is left alone until then', async () => {
  const until = new Date(Date.now() + 5 * HOUR);
  const { site, sources } = await siteWith({
    '/feed': (response) => response.writeHead(429, { 'retry-after': until.toUTCString() }).end(),
  });
  await sources.refresh();

  const { nextAt } = await feedOf(sources, site);
  expect(Math.abs(nextAt.getTime() - until.getTime())).toBeLessThan(1_000);
});
