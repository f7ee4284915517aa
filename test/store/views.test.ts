import { expect, test } from 'vitest';
import type { View } from '../../src/model/view.ts';
import { dropViewsBefore, keepView, viewById } from '../../src/store/views.ts';
import { onEveryDatabase } from '../support/databases.ts';
import { hoursBefore, MONDAY } from './sample.ts';

const viewOf = (id: string, askedAt: Date): View => ({
  id,
  asker: 'ada',
  askedAt: askedAt.toISOString(),
  asks: [
    { command: 'quotes', answers: { speaker: 'Mara Lindqvist', days: 7, all: true }, page: 2, edition: 'morning' },
  ],
});

onEveryDatabase(({ fresh }) => {
  test('a view comes back as it went in', async () => {
    const store = await fresh();
    await keepView(store, viewOf('a', MONDAY));
    await keepView(store, viewOf('a', MONDAY));

    expect(await viewById(store, 'a')).toEqual(viewOf('a', MONDAY));
    expect(await viewById(store, 'b')).toBeUndefined();
  });

  test('views asked for before a day are dropped', async () => {
    const store = await fresh();
    for (const hours of [3, 2, 1]) await keepView(store, viewOf(`${hours}h`, hoursBefore(hours)));

    expect(await dropViewsBefore(store, hoursBefore(2))).toBe(1);

    expect(await viewById(store, '3h')).toBeUndefined();
    expect(await viewById(store, '2h')).toBeDefined();
  });

  test('a damaged view is an error that names it', async () => {
    const store = await fresh();
    await keepView(store, viewOf('a', MONDAY));
    await store.write.updateTable('views').set({ body: 'not JSON' }).execute();

    await expect(viewById(store, 'a')).rejects.toThrow(/View a is damaged/);
  });
});
