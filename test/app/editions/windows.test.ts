import { expect, test } from 'vitest';
import { shareWindows } from '../../../src/app/editions/windows.ts';
import { chooseFeed, feedsOf } from '../../../src/store/feeds/audiences.ts';
import { addFeed, setCommonFeeds } from '../../../src/store/feeds/feeds.ts';
import { migrate } from '../../../src/store/migrations.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import { keep, MONDAY } from '../../store/sample.ts';

test('servers that read the same feeds share what a window holds, and no other server sees it', async () => {
  const store = openSqlite(':memory:');
  await migrate(store);
  await setCommonFeeds(store, [{ url: 'https://common.example/rss' }], MONDAY);
  const common = (await feedsOf(store, undefined))[0]!.id;
  const own = await addFeed(store, { url: 'https://own.example/rss' }, MONDAY);
  const choice = { madeBy: '1', now: MONDAY };
  await chooseFeed(store, { ...choice, guild: 'own', feed: own }, true);
  await chooseFeed(store, { ...choice, guild: 'without', feed: common }, false);
  await keep(store, { id: 'common', origin: `feed:${common}` });
  await keep(store, { id: 'own', origin: `feed:${own}` });
  const windows = shareWindows(store);
  const heldFor = (guild: string) => windows(guild, { to: MONDAY });
  const idsFor = async (guild: string) => (await heldFor(guild)).articles.map(({ id }) => id).toSorted();

  expect(await idsFor('one')).toEqual(['common']);
  expect(await idsFor('own')).toEqual(['common', 'own']);
  expect(await idsFor('without')).toEqual([]);
  expect(await heldFor('other')).toBe(await heldFor('one'));
  expect(await windows('one', { to: new Date(MONDAY.getTime() - 1) })).not.toBe(await heldFor('one'));
  await store.close();
});
