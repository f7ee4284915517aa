import { type Migration, Migrator } from 'kysely';
import { articles } from './migrations/001-articles.ts';
import { entities } from './migrations/002-entities.ts';
import { mentionsAndQuotes } from './migrations/003-mentions-and-quotes.ts';
import { editionsAndSchedules } from './migrations/004-editions-and-schedules.ts';
import { wordIndex } from './migrations/005-word-index.ts';
import { deliveryStates } from './migrations/006-delivery-states.ts';
import { passedOn } from './migrations/007-passed-on.ts';
import { stories } from './migrations/008-stories.ts';
import { spellings } from './migrations/009-spellings.ts';
import { follows } from './migrations/010-follows.ts';
import { feeds } from './migrations/011-feeds.ts';
import { refusals } from './migrations/012-refusals.ts';
import { told } from './migrations/013-told.ts';
import { deliveryChannels } from './migrations/014-delivery-channels.ts';
import type { Store } from './store.ts';

/** In order, by name. A step that has shipped is never edited: add another. */
const steps = (kind: Store['kind']): Record<string, Migration> => ({
  '001-articles': articles(kind),
  '002-entities': entities(kind),
  '003-mentions-and-quotes': mentionsAndQuotes(kind),
  '004-editions-and-schedules': editionsAndSchedules(kind),
  '005-word-index': wordIndex(kind),
  '006-delivery-states': deliveryStates(kind),
  '007-passed-on': passedOn(),
  '008-stories': stories(kind),
  '009-spellings': spellings(kind),
  '010-follows': follows(kind),
  '011-feeds': feeds(kind),
  '012-refusals': refusals(kind),
  '013-told': told(kind),
  '014-delivery-channels': deliveryChannels(kind),
});

/** Brings the database up to date, whole or not at all. Safe at every start, by several processes at once. */
export async function migrate({ write, kind }: Store): Promise<void> {
  const migrator = new Migrator({ db: write, provider: { getMigrations: async () => steps(kind) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
