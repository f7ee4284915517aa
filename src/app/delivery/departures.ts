import { DAY } from '../../base/clock.ts';
import { dropDeparture, forgetDeparted, knownGuilds, noteDeparture } from '../../store/departures.ts';
import type { Delivering } from './delivering.ts';
import { lookAfterSuspended } from './suspension.ts';

/** How long what belongs to a server is kept after Lede was removed from it: it may have been a mistake. */
const KEPT = 30 * DAY;

export async function guildLeft({ store, clock, log }: Delivering, guild: string): Promise<void> {
  log.info('removed from a server; what belongs to it is forgotten in 30 days', { guild });
  await noteDeparture(store, guild, clock.now());
}

/** A server is there, for the first time or again. */
export async function guildJoined(delivering: Delivering, guild: string): Promise<void> {
  await dropDeparture(delivering.store, guild);
  await lookAfterSuspended(delivering, guild);
}

/** Finds the servers that Lede was removed from while it was not connected, and forgets those long gone. */
export async function lookAfterDeparted(delivering: Delivering): Promise<void> {
  const { store, courier, clock, log } = delivering;
  for (const guild of await knownGuilds(store)) {
    // It may have been invited again while nobody was there to see.
    if (courier().hears(guild)) await dropDeparture(store, guild);
    else if (await courier().isGone(guild)) await noteDeparture(store, guild, clock.now());
  }
  for (const guild of await forgetDeparted(store, new Date(clock.now().getTime() - KEPT))) {
    log.info('what belonged to a server is forgotten', { guild });
  }
}
