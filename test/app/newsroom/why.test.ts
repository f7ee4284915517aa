import { expect, test } from 'vitest';
import { UserError } from '../../../src/base/errors.ts';
import type { Fate } from '../../../src/model/fate.ts';
import { BRIDGE, FERRY } from '../../support/news.ts';
import { newsrooms } from '../../support/with-news.ts';

const withNews = newsrooms();

test('an article is found by its link or title, with its story and its place in the last edition', async () => {
  const { newsroom } = await withNews();

  expect(await newsroom.why(FERRY.url!)).not.toHaveProperty('edition');
  await newsroom.brief({ since: '24h' });
  const ferry = (await newsroom.why(FERRY.url!)) as Fate;

  expect(ferry.story).toHaveLength(2);
  expect(ferry.shownAt).toBe(1);
  expect(await newsroom.why(BRIDGE.title!)).toMatchObject({ article: { title: BRIDGE.title } });
});

test('the beginnings of words of its title are enough', async () => {
  const { newsroom } = await withNews();

  expect(await newsroom.why('brid sound')).toMatchObject({ article: { title: BRIDGE.title } });
});

test('an article nobody brought is said to be unknown', async () => {
  const { newsroom } = await withNews();

  await expect(newsroom.why('https://nowhere.example/')).rejects.toThrow(UserError);
});
