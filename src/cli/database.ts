import type { openSources, Sources } from '../app/feeds/sources.ts';
import { loadFolder } from '../app/ingest/library.ts';
import type { Newsroom } from '../app/newsroom/newsroom.ts';
import { openNewsroom } from '../app/newsroom/open-newsroom.ts';
import { readOnDemand } from '../app/threads/reading-on-demand.ts';
import { systemClock } from '../base/clock.ts';
import { UserError } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { openStore } from '../store/open.ts';

export interface Settings {
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
  readonly articles: string;
  readonly timeZone: string;
}

/**
 * Opens the newsroom for the command line, beside a running bot or without one, and closes it again. Article files are
 * taken in first, so that `lede brief` answers before the bot has ever run.
 */
export async function withNewsroom<T>(
  settings: Settings,
  log: Log,
  use: (newsroom: Newsroom) => Promise<T>,
): Promise<T> {
  const store = await openStore({ ...settings, file: 'lede.db' });
  const clock = systemClock;
  try {
    await loadFolder({ store, reader: readOnDemand(), clock, log }, settings.articles);
    const courier = () => {
      throw new UserError('Only the bot itself can post: use the slash command.');
    };
    const open = openNewsroom({
      delivering: { store, courier, clock, log, readySince: () => clock.now() },
      timeZone: settings.timeZone,
    });
    return await use(open({ member: 'cli', manager: false, locale: 'en-US' }));
  } finally {
    await store.close();
  }
}

/** Opens what reaches out for news, on the bot's database, and closes it again. */
export async function withSources(
  settings: Settings & Parameters<typeof openSources>[1],
  log: Log,
  use: (sources: Sources) => Promise<void>,
): Promise<void> {
  const { openSources } = await import('../app/feeds/sources.ts');
  const { readInThread } = await import('../app/threads/reading-thread.ts');
  const store = await openStore({ ...settings, file: 'lede.db' });
  const reader = readInThread();
  try {
    const sources = await openSources({ store, reader, clock: systemClock, log }, settings);
    await use(sources).finally(() => sources.close());
  } finally {
    await reader.close();
    await store.close();
  }
}
