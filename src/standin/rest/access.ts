import { refuse } from '../failure.ts';
import { sendingIn } from '../world/permissions.ts';
import type { Channel } from '../world/records.ts';
import type { World } from '../world.ts';

/** The channel the bot asks about, if it is there for the bot: known, in a server it is in, and visible to it. */
export function visibleChannel(world: World, id: string): Channel {
  const channel = world.channels.find((one) => one.id === id);
  if (!channel) throw refuse.unknownChannel();
  if (channel.guild !== undefined && !world.sees(world.bot.id, channel)) throw refuse.missingAccess();
  return channel;
}

/** Refuses unless the bot may do this in the channel; in a direct message it may do what it can. */
export function requirePermission(world: World, channel: Channel, permission: bigint): void {
  if (channel.guild === undefined) return;
  if (!(world.permissions(world.bot.id, channel) & permission)) throw refuse.missingPermissions();
}

/** Refuses unless the bot may write there. */
export function requireSending(world: World, channel: Channel): void {
  const { recipient } = channel;
  if (recipient && !world.sharesServer(recipient.id)) throw refuse.noMutualGuilds();
  if (recipient && !world.takesDirectMessages(recipient.id)) throw refuse.noDirectMessages();
  requirePermission(world, channel, sendingIn(channel));
}
