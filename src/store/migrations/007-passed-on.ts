import type { Kysely, Migration } from 'kysely';
import { counter } from './columns.ts';

/** How many messages of a delivery were passed on to the channels that follow its own. */
export const passedOn = (): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('deliveries').addColumn('passed_on', 'integer', counter).execute();
  },
});
