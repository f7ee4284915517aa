import { expect, test } from 'vitest';
import { editionById, keepEdition, lastEdition } from '../../src/store/editions.ts';
import { onEveryDatabase } from '../support/databases.ts';
import { editionOf, hoursBefore, MONDAY } from './sample.ts';

onEveryDatabase(({ fresh }) => {
  test('an edition comes back as it went in, and never changes', async () => {
    const store = await fresh();
    const edition = editionOf('morning');
    await keepEdition(store, edition, MONDAY);
    await keepEdition(store, { ...edition, topic: 'changed' }, MONDAY);

    expect(await editionById(store, 'morning')).toEqual(edition);
    expect(await editionById(store, 'evening')).toBeUndefined();
  });

  test('the last edition is the newest of its own scope', async () => {
    const store = await fresh();
    await keepEdition(store, editionOf('today'), MONDAY);
    await keepEdition(store, editionOf('yesterday'), hoursBefore(24));
    await keepEdition(store, { ...editionOf('elsewhere'), scope: 'inland' }, hoursBefore(-1));

    expect((await lastEdition(store, 'harbour'))?.id).toBe('today');
    expect(await lastEdition(store, 'nowhere')).toBeUndefined();
  });

  test('a damaged edition is an error, never half an edition', async () => {
    const store = await fresh();
    await keepEdition(store, editionOf('morning'), MONDAY);
    await store.write.updateTable('editions').set({ body: '{"id":"morning"}' }).execute();

    await expect(editionById(store, 'morning')).rejects.toThrow(/Edition morning is damaged/);
  });
});
