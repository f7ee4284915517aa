import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrate } from '../../src/store/migrations.ts';
import { onEveryDatabase } from '../support/databases.ts';

onEveryDatabase(({ fresh, open, place }) => {
  test('migrating again changes nothing', async () => {
    const store = await fresh();
    const steps = () => sql`select name, timestamp from kysely_migration order by name`.execute(store.read);
    const before = await steps();

    await migrate(store);

    expect(before.rows).toHaveLength(8);
    expect((await steps()).rows).toEqual(before.rows);
  });

  test('several processes may migrate at the same time', async () => {
    const empty = await place();
    const stores = [1, 2, 3].map(() => open(empty));

    await Promise.all(stores.map(migrate));

    const turns = await stores[0]!.read.selectFrom('turns').selectAll().execute();
    expect(turns).toEqual([{ name: 'articles', taken: 0 }]);
  });
});
