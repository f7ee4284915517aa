import { messageOf } from '../../base/errors.ts';
import type { Delivering } from './delivering.ts';
import { guildJoined, guildLeft } from './departures.ts';
import { lookAfterSuspended } from './suspension.ts';

/** What may happen in a server that concerns its schedules. */
export interface Surroundings {
  /** A channel, a thread, a role or our own place in a server is another now. */
  readonly changed: (guild: string) => Promise<void>;
  readonly joined: (guild: string) => Promise<void>;
  readonly left: (guild: string) => Promise<void>;
}

/** What is done about it. Never rejects. */
export function openSurroundings(delivering: Delivering): Surroundings {
  const doing = (run: (delivering: Delivering, guild: string) => Promise<void>) => (guild: string) =>
    run(delivering, guild).catch((error: unknown) => {
      delivering.log.error(`a change in a server could not be followed: ${messageOf(error)}`, { guild, error });
    });
  return { changed: doing(lookAfterSuspended), joined: doing(guildJoined), left: doing(guildLeft) };
}
