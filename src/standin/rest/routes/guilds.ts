import { refuse } from '../../failure.ts';
import { channelPayload, guildPayload, memberPayload } from '../../world/payloads.ts';
import { isThread } from '../../world/permissions.ts';
import type { Guild } from '../../world/records.ts';
import type { World } from '../../world.ts';
import { type Call, ok, type Reply, type Route } from '../route.ts';

/** /guilds/{id} and what is under it. A guild without the bot is as good as none. */
export function guildRoutes(world: World): readonly Route[] {
  const get = (path: string, show: (guild: Guild, call: Call) => unknown): Route => ({
    method: 'GET',
    path: `/guilds/:guild${path}`,
    answer: (call): Reply => {
      const guild = world.guilds.find(({ id, joined }) => id === call.part('guild') && joined);
      if (!guild) throw refuse.unknownGuild();
      return ok(show(guild, call));
    },
  });
  return [
    get('', guildPayload),
    get('/channels', (guild) =>
      world
        .channelsOf(guild.id)
        .filter((channel) => !isThread(channel))
        .map((channel) => channelPayload(channel)),
    ),
    get('/roles', (guild) => guild.roles),
    get('/members/:user', (guild, call) => {
      const id = call.part('user');
      const member = world.member(guild, id);
      if (member) return memberPayload(member);
      throw world.users.some((user) => user.id === id) ? refuse.unknownMember() : refuse.unknownUser();
    }),
  ];
}
