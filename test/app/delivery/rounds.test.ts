import { expect, test } from 'vitest';
import { startRounds, VIEWS_KEPT } from '../../../src/app/delivery/rounds.ts';
import { editionById } from '../../../src/store/editions.ts';
import { keepView, viewById } from '../../../src/store/views.ts';
import { NEWS } from '../../support/news.ts';
import { newsroomWith } from '../../support/newsroom.ts';

test('what only old buttons would need is dropped, and nothing else', async () => {
  const { store, clock, newsroom, delivering, close } = await newsroomWith(NEWS);
  const { edition } = await newsroom.brief({});
  await keepView(store, { id: 'old', askedAt: clock.now().toISOString(), asks: [] });
  clock.move(VIEWS_KEPT + 1);
  await keepView(store, { id: 'new', askedAt: clock.now().toISOString(), asks: [] });

  const stop = startRounds(delivering);
  await stop();

  expect(await viewById(store, 'old')).toBeUndefined();
  expect(await viewById(store, 'new')).toBeDefined();
  expect(await editionById(store, edition.id)).toBeUndefined();
  await close();
});
