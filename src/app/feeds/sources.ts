import { readFile } from 'node:fs/promises';
import { UserError } from '../../base/errors.ts';
import { readOpml } from '../../intake/feed/opml.ts';
import { reasonOf } from '../../intake/reason.ts';
import { alsoPrivate, publicOnly } from '../../intake/web/address.ts';
import { decodeWeb } from '../../intake/web/decode.ts';
import { openFetcher } from '../../intake/web/fetch.ts';
import { politely } from '../../intake/web/polite.ts';
import { setCommonFeeds } from '../../store/feeds/feeds.ts';
import type { Intake } from '../ingest/ingest.ts';
import { extractInThread } from '../threads/extraction.ts';
import type { Refreshing } from './refresh-feed.ts';

interface SourceSettings {
  /** An OPML file of feeds that every server gets unless it opts out. */
  readonly feeds?: string | undefined;
  readonly allowPrivateNetworks: boolean;
}

/** Everything that reaches out for news. */
export interface Sources extends Refreshing {
  close(): Promise<void>;
}

/** Opens the way to feeds and pages. @throws UserError that names LEDE_FEEDS where its file is no list of feeds */
export async function openSources(intake: Intake, { feeds, allowPrivateNetworks }: SourceSettings): Promise<Sources> {
  await setCommonFeeds(intake.store, feeds === undefined ? [] : await listed(feeds), intake.clock.now());
  const fetcher = politely(openFetcher({ check: allowPrivateNetworks ? alsoPrivate : publicOnly }), intake.clock);
  const extraction = extractInThread();
  return {
    ...intake,
    fetcher,
    extraction,
    chance: Math.random,
    close: async () => {
      await Promise.all([fetcher.close(), extraction.close()]);
    },
  };
}

async function listed(file: string) {
  try {
    return readOpml(decodeWeb(await readFile(file)));
  } catch (error) {
    const reason = error instanceof UserError ? error.message : reasonOf(error);
    throw new UserError(`The setting LEDE_FEEDS names the file ${file}, which cannot be used: ${reason}.`);
  }
}
