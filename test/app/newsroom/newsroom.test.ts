import { expect, test } from 'vitest';
import { UserError } from '../../../src/base/errors.ts';
import { slice } from '../../../src/model/span.ts';
import { feedsOf } from '../../../src/store/feeds/audiences.ts';
import { setCommonFeeds, settleFeed } from '../../../src/store/feeds/feeds.ts';
import { keep } from '../../store/sample.ts';
import { FERRY, FERRY_AGAIN } from '../../support/news.ts';
import { MEMBER } from '../../support/newsroom.ts';
import { newsrooms } from '../../support/with-news.ts';

const withNews = newsrooms();

test('a briefing tells one event once, with both its outlets', async () => {
  const { newsroom } = await withNews();

  const { stories, edition } = await newsroom.brief({});

  expect(stories.map(({ sources }) => sources.map(({ outlet }) => outlet))).toEqual([
    ['Port News', 'The Gull'],
    ['Port News'],
  ]);
  expect(edition.receipt).toMatchObject({ read: 3, stories: 2, shown: 2 });
});

test('a briefing somebody asks for says which feeds give nothing, and since when', async () => {
  const { newsroom, store, clock } = await withNews();
  await setCommonFeeds(store, [{ url: 'https://gull.example/rss', title: 'The Gull' }], clock.now());
  const feed = (await feedsOf(store, MEMBER.guild))[0]!;
  const failingSince = new Date('2026-03-01T07:00:00Z');
  await settleFeed(store, { ...feed, failures: 3, failingSince, reason: 'it is not there (status 404)' });

  const { edition } = await newsroom.brief({});

  expect(edition.receipt.feedsDown).toEqual([{ title: 'The Gull', since: failingSince.toISOString() }]);
});

test('with nothing in the window the newest stories stand in, and the edition says so', async () => {
  const { clock, open: openFor } = await withNews();
  clock.move(9 * 24 * 3_600_000);

  const { edition, stories } = await openFor(MEMBER, { askedAt: clock.now() }).brief({ since: '7d' });

  expect(edition.older).toBe(true);
  expect(edition.receipt.read).toBe(0);
  expect(stories).toHaveLength(2);
});

test('a topic narrows the briefing', async () => {
  const { newsroom } = await withNews();

  const { stories } = await newsroom.brief({ topic: 'bridge', since: '7d' });

  expect(stories.map(({ lead }) => lead.title)).toEqual(['Bridge over the sound opens in June']);
});

test('a page turned later shows the edition as it was', async () => {
  const { newsroom, take, clock, open: openFor } = await withNews([FERRY]);
  const { edition } = await newsroom.brief({});
  await take('file:later.json', [
    { ...FERRY, title: 'Ferry line closes at once', text: `${FERRY.text} It closes at once.` },
    FERRY_AGAIN,
  ]);
  clock.move(3_600_000);

  const again = await openFor(MEMBER, { askedAt: clock.now(), edition: edition.id }).brief({});

  expect(again.edition).toEqual(edition);
  expect(again.stories.map(({ lead }) => lead.title)).toEqual(['Ferry line to Kvaloy will close in May']);
});

test('every sentence of a briefing is an exact slice of its article', async () => {
  const { newsroom } = await withNews();

  const { stories } = await newsroom.brief({});

  const sentences = stories.flatMap((story) => story.sentences);
  expect(sentences.length).toBeGreaterThan(3);
  for (const { article, span } of sentences) expect(article.text).toContain(slice(article.text, span));
});

test.each(['Ida Brekke', 'brekke', 'IDA BREKKE', 'Breke', 'ida-brekke'])('“%s” is one person', async (typed) => {
  const { newsroom } = await withNews();

  const found = await newsroom.who(typed);

  expect(found).toMatchObject({
    kind: 'one',
    dossier: { entity: { name: 'Ida Brekke', type: 'person' }, totals: { articles: 2 } },
  });
});

test('a dossier states the role once, word for word', async () => {
  const { newsroom } = await withNews();

  const found = await newsroom.who('brekke');

  expect(found.kind === 'one' && found.dossier.roles.map(({ article, span }) => slice(article.text, span))).toEqual([
    'Port director',
  ]);
});

test('two that are called the same are offered with their types, and each is opened by what is offered', async () => {
  const { newsroom, store } = await withNews();
  const text = 'Halden Grain denied it.';
  await keep(store, { id: 'a', text, person: ['Halden Grain'] });
  await keep(store, { id: 'b', text, organization: ['Halden Grain'], seenHoursAgo: 1 });

  const offered = await newsroom.suggest.names('halden');
  const dossiers = await Promise.all(offered.map(({ value }) => newsroom.who(value)));

  expect(offered.map(({ name }) => name).toSorted()).toEqual(['Halden Grain (organisation)', 'Halden Grain (person)']);
  expect(dossiers.map(({ kind }) => kind)).toEqual(['one', 'one']);
  await expect(newsroom.quotes({ speaker: 'Halden Grain' })).rejects.toThrow(
    /could be Halden Grain \((person|organisation)\) or Halden Grain \((organisation|person)\)\. Type the full name, or/,
  );
  expect((await newsroom.suggest.topics('halden')).map(({ value }) => value)).toEqual(['Halden Grain']);
});

test('a town is shown in a sentence that tells something, not in its dateline', async () => {
  const text = 'TANGSUND (Coast News) — It rained all day long in the harbour of Tangsund.';
  const { newsroom } = await withNews([{ title: 'Rain', text }]);

  const found = await newsroom.who('tangsund');

  const named = found.kind === 'one' ? found.dossier.named : undefined;
  expect(named && slice(named.article.text, named.span)).toBe('It rained all day long in the harbour of Tangsund.');
});

test('an unknown name brings no dossier', async () => {
  const { newsroom } = await withNews();

  expect(await newsroom.who('Zaphod Quux')).toMatchObject({ kind: 'none' });
});

test('quotes are found by speaker and by what they are about', async () => {
  const { newsroom } = await withNews();

  const mine = await newsroom.quotes({ speaker: 'lie' });
  const about = await newsroom.quotes({ about: 'boat' });

  expect(mine).toMatchObject({ speaker: 'Jonas Lie', total: 1 });
  expect(about.total).toBeGreaterThan(0);
  await expect(newsroom.quotes({ speaker: 'Nobody Such' })).rejects.toThrow(UserError);
});

test('a search shows the sentence that matches', async () => {
  const { newsroom } = await withNews();

  const { hits } = await newsroom.search({ words: 'tolls' });

  const [hit] = hits;
  expect(hit?.sentence && slice(hit.sentence.article.text, hit.sentence.span)).toBe(
    'Drivers will pay a toll of two euros.',
  );
  expect(await newsroom.search({ words: 'zeppelin' })).toEqual({ hits: [], total: 0 });
  expect((await newsroom.search({ words: 'tolls', outlet: 'port' })).total).toBe(1);
});

test('a topic that nothing is about brings nothing, and does not call it news', async () => {
  const { newsroom } = await withNews();

  const { edition, stories } = await newsroom.brief({ topic: 'zeppelin' });

  expect({ older: edition.older, stories }).toEqual({ older: false, stories: [] });
});
