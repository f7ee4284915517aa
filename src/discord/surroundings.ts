import { type Client, Events, type Guild } from 'discord.js';
import type { Surroundings } from '../app/delivery/surroundings.ts';

/** Tells what happens in the servers that this process hears of. */
export function watchSurroundings(client: Client, { changed, joined, left }: Surroundings): void {
  const here = ({ id }: Guild) => void changed(id);
  client.on(Events.ChannelUpdate, (_, channel) => {
    if (!channel.isDMBased()) here(channel.guild);
  });
  client.on(Events.ThreadUpdate, (_, { guild }) => here(guild));
  client.on(Events.GuildUpdate, (_, guild) => here(guild));
  client.on(Events.GuildRoleUpdate, (_, { guild }) => here(guild));
  client.on(Events.GuildMemberUpdate, (_, { guild }) => here(guild));
  client.on(Events.GuildCreate, ({ id }) => void joined(id));
  // discord.js tells an outage by another event: this one means that the bot was removed.
  client.on(Events.GuildDelete, ({ id }) => void left(id));
}
