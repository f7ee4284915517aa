import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { respell } from '../../src/store/migrations/009-spellings.ts';
import { migrate } from '../../src/store/migrations.ts';
import { onEveryDatabase } from '../support/databases.ts';
import { keep } from './sample.ts';

onEveryDatabase(({ fresh, open, place }) => {
  test('migrating again changes nothing', async () => {
    const store = await fresh();
    const steps = () => sql`select name, timestamp from kysely_migration order by name`.execute(store.read);
    const before = await steps();

    await migrate(store);

    expect(before.rows).toHaveLength(14);
    expect((await steps()).rows).toEqual(before.rows);
  });

  test('names and words that were known before get what later ones get at once', async () => {
    const store = await fresh();
    await keep(store, { id: 'a', person: ['Abdul Malik al-Houthi / al-Houthi'], place: ['Kiev'] });
    const held = async () => [
      await store.read.selectFrom('entity_names').selectAll().orderBy('folded').execute(),
      await store.read.selectFrom('entity_words').selectAll().orderBy('word').execute(),
    ];
    const before = await held();
    await store.write.updateTable('entity_names').set({ bare: 'abdulmalikhouthi' }).execute();
    await store.write.updateTable('entity_words').set({ sound: '' }).execute();

    await respell(store.write);

    expect(await held()).toEqual(before);
    expect(before.flat().length).toBeGreaterThan(5);
  });

  test('several processes may migrate at the same time', async () => {
    const empty = await place();
    const stores = [1, 2, 3].map(() => open(empty));

    await Promise.all(stores.map(migrate));

    const turns = await stores[0]!.read.selectFrom('turns').selectAll().execute();
    expect(turns).toEqual([{ name: 'articles', taken: 0 }]);
  });
});
