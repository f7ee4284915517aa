import type { Clock } from '../../base/clock.ts';
import { messageOf } from '../../base/errors.ts';
import type { Log } from '../../base/log.ts';
import type { FoundArticle } from '../../intake/found.ts';
import type { Reading } from '../../model/reading.ts';
import type { Refused } from '../../model/refused.ts';
import { articleById } from '../../store/articles/articles.ts';
import { keepArticle, knownHashes, withdraw } from '../../store/articles/keep.ts';
import { noteRefused } from '../../store/articles/refusals.ts';
import type { Store } from '../../store/store.ts';
import type { Reader } from '../threads/reader.ts';
import { placeInStory } from './place.ts';
import { FAILED, refusal } from './refusing.ts';

export interface Intake {
  readonly store: Store;
  readonly reader: Reader;
  readonly clock: Clock;
  readonly log: Log;
}

/** What an origin holds now, in its own order. */
export interface Found {
  /** "file:NAME". */
  readonly origin: string;
  readonly articles: readonly FoundArticle[];
}

export interface Taken {
  readonly fresh: number;
  readonly changed: number;
  readonly withdrawn: number;
}

/**
 * Takes in what an origin holds: what is known is passed over, what is new or changed is read and kept, what is no
 * longer there is withdrawn. One article that fails is logged and tried again next time; the others are taken.
 */
export async function takeIn(intake: Intake, { origin, articles }: Found): Promise<Taken> {
  const { store, clock, log } = intake;
  const known = await knownHashes(
    store,
    articles.map(({ id }) => id),
  );
  const taken = { fresh: 0, changed: 0 };
  const refused: Refused[] = [];
  for (const article of articles) {
    try {
      const outcome = await takeOne(intake, origin, article, known.get(article.id));
      if (outcome === 'new') taken.fresh += 1;
      if (outcome === 'changed') taken.changed += 1;
    } catch (error) {
      refused.push(refusal(article, { origin, step: 'reading', reason: FAILED, at: clock.now() }));
      log.error(`“${article.title}” could not be taken in: ${messageOf(error)}`, {
        origin,
        article: article.id,
        error,
      });
    }
  }
  await noteRefused(store, refused);
  const withdrawn = await withdraw(
    store,
    origin,
    articles.map(({ id }) => id),
    clock.now(),
  );
  return { ...taken, withdrawn };
}

/** What a feed knows of an article beside the article. */
interface OfFeed {
  readonly entryHash?: string;
  /** When it counts as seen, if not now. */
  readonly seenAt?: Date | undefined;
}

/** Takes in one article of an origin; `hash` is that of its content as it is known. */
export async function takeOne(
  { store, reader, clock }: Intake,
  origin: string,
  found: FoundArticle,
  hash: string | undefined,
  { entryHash, seenAt: seen }: OfFeed = {},
) {
  const { contentHash, ...article } = found;
  if (hash === contentHash) {
    const seenAt = clock.now();
    return keepArticle(store, { article, contentHash, origin, entryHash, seenAt, storyId: '', reading: NONE });
  }

  const reading = await reader.read(article);
  // Taken down after the reading, which may take long: an edition made meanwhile must not have it behind it unseen.
  const seenAt = seen ?? clock.now();
  const before = await articleById(store, article.id);
  const { storyId, ...placed } = await placeInStory(store, { ...article, version: 1, firstSeen: seenAt }, before);
  return keepArticle(store, { article, contentHash, origin, entryHash, seenAt, storyId, placed, reading });
}

/** What is known by its content keeps the reading it has. */
const NONE: Reading = { sentences: [], summary: [], quotes: [], entities: [] };
