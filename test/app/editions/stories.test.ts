import { expect, test } from 'vitest';
import { UserError } from '../../../src/base/errors.ts';
import { slice } from '../../../src/model/span.ts';
import { FERRY } from '../../support/news.ts';
import { MEMBER } from '../../support/newsroom.ts';
import { newsrooms } from '../../support/with-news.ts';

const withNews = newsrooms();

test('a story is found by the start of a word of its headline', async () => {
  const { newsroom } = await withNews();

  const story = await newsroom.story('kval');

  expect(story.articles).toHaveLength(2);
  expect(story.people.map(({ entity }) => entity.name)).toContain('Jonas Lie');
  await expect(newsroom.story('zeppelin')).rejects.toThrow(UserError);
});

test('a quote is shown in its paragraph', async () => {
  const { newsroom } = await withNews();
  const { quotes } = await newsroom.quotes({ speaker: 'lie' });
  const { article, index } = quotes[0]!;

  const { paragraph } = await newsroom.quoteInContext(`${article.id}@${article.version}:${index}`);

  expect(slice(article.text, paragraph.span)).toBe(
    '“They never asked a single one of us,” said Jonas Lie, a teacher who takes the boat every day.',
  );
});

test('a role that says no more than another is not called a different one', async () => {
  const report = {
    title: 'Sandvik builds a wall',
    outlet: 'Port News',
    url: 'https://port.example/wall',
    publishedAt: '2026-03-02T05:00:00Z',
    text: 'Sandvik will build a wall against the sea for 40 million crowns. “It was time,” said Mayor Tone Brekke.',
  };
  const { newsroom } = await withNews([
    report,
    {
      ...report,
      title: 'Sandvik to build its wall',
      outlet: 'The Gull',
      url: 'https://gull.example/wall',
      text: 'Sandvik is to build a wall against the sea for 40 million crowns. “At last,” said Tone Brekke, mayor of Sandvik. “It was time,” she said.',
    },
  ]);

  const { people, articles } = await newsroom.story('wall');

  expect(articles).toHaveLength(2);
  expect(people.map(({ roles }) => roles.map(({ article, span }) => slice(article.text, span)))).toEqual([
    ['mayor of Sandvik'],
  ]);
});

test('a story opened from an edition is as it was shown, also after its file is gone', async () => {
  const { newsroom, take, open: openFor, clock } = await withNews([FERRY]);
  const { edition, stories } = await newsroom.brief({});
  await take('file:test.json', []);

  const pinned = { askedAt: clock.now(), edition: edition.id };
  const story = await openFor(MEMBER, pinned).story(`#${stories[0]!.id}`);

  expect(story.lead.title).toBe(FERRY.title);
  await expect(newsroom.story('ferry line')).rejects.toThrow(UserError);
});

test('a headline that begins with # can be opened, and so can the older of two alike', async () => {
  const {
    newsroom,
    clock,
    take,
    open: openFor,
  } = await withNews([{ title: '#Ferry anger grows', text: 'Anger grows.' }]);
  await take('file:a.json', [{ title: 'Live updates', text: 'The harbour burns tonight, firemen said.' }]);
  clock.move(60_000);
  await take('file:b.json', [{ title: 'Live updates', text: 'Voters queue in the snow at the town hall.' }]);
  const room = openFor(MEMBER, { askedAt: clock.now() });

  const values = (await room.suggest.titles('live')).map(({ value }) => value);
  const stories = await Promise.all(values.map((value) => room.story(value)));

  expect((await newsroom.story('#Ferry anger grows')).lead.title).toBe('#Ferry anger grows');
  expect(new Set(stories.map(({ id }) => id)).size).toBe(2);
});

test('in an article of one long paragraph a quote is shown with the sentences around it', async () => {
  const filler = 'The board met again and again that year. '.repeat(40);
  const text = `${filler}“We never asked,” said Ida Brekke. It rained. ${filler}`;
  const { newsroom } = await withNews([{ title: 'Board', text }]);
  const { quotes } = await newsroom.quotes({});

  const { paragraph } = await newsroom.quoteInContext(`${quotes[0]!.article.id}@1:0`);

  const shown = slice(paragraph.article.text, paragraph.span);
  expect(shown).toContain('“We never asked,” said Ida Brekke.');
  expect(shown.length).toBeLessThan(900);
});

test('a title too long for Discord is offered with a short value that finds it', async () => {
  const title = `Harbour board ${'weighs and weighs again '.repeat(6)}what to do`;
  const { newsroom } = await withNews([{ ...FERRY, title }]);

  const [offered] = await newsroom.suggest.titles('harb');

  expect(offered?.name).toBe(title);
  expect(offered?.value.length).toBeLessThanOrEqual(100);
  expect((await newsroom.story(offered?.value ?? '')).lead.title).toBe(title);
  expect((await newsroom.story(title.slice(0, 100))).lead.title).toBe(title);
});
