import { expect, test } from 'vitest';
import type { Database, Store } from '../../src/store/store.ts';
import { onEveryDatabase } from '../support/databases.ts';

const gone = (tx: Database, guild: string) => tx.insertInto('departures').values({ guild, left_at: 1 }).execute();
const allGone = async ({ read }: Store) => {
  const rows = await read.selectFrom('departures').select('guild').orderBy('guild').execute();
  return rows.map(({ guild }) => guild);
};

onEveryDatabase(({ fresh }) => {
  test('changes made at once all stand, and each gives its own result', async () => {
    const store = await fresh();
    const made = ['a', 'b', 'c'].map((guild) =>
      store.together(async (tx) => {
        await gone(tx, guild);
        return guild;
      }),
    );

    expect(await Promise.all(made)).toEqual(['a', 'b', 'c']);
    expect(await allGone(store)).toEqual(['a', 'b', 'c']);
  });

  test('one that fails takes no other along, and leaves nothing behind', async () => {
    const store = await fresh();
    const made = await Promise.allSettled([
      store.together((tx) => gone(tx, 'a')),
      store.together(async (tx) => {
        await gone(tx, 'b');
        throw new Error('not this one');
      }),
      store.together((tx) => gone(tx, 'c')),
    ]);

    expect(made.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await allGone(store)).toEqual(['a', 'c']);
  });
});
