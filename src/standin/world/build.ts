import { ChannelType } from 'discord-api-types/v10';
import { Snowflakes } from '../snowflake.ts';
import { rolePayload, userPayload } from './payloads.ts';
import { EVERYONE, type GuildPlan, type WorldPlan } from './plan.ts';
import type { Channel, Guild, Member } from './records.ts';

/** A planned world has the same ids at every start, so that what a bot has stored about it stays true. */
const MADE = '2026-01-01T00:00:00.000Z';

export interface Built {
  readonly bot: Member['user'];
  readonly guilds: readonly Guild[];
  readonly channels: readonly Channel[];
}

export function build(plan: WorldPlan): Built {
  const ids = new Snowflakes(() => Date.parse(MADE));
  const users = new Map<string, Member['user']>();
  const named = (name: string) => {
    const user = users.get(name) ?? userPayload(ids.next(), name);
    users.set(name, user);
    return user;
  };
  const bot = userPayload(ids.next(), plan.app ?? 'Lede', true);
  const built = plan.guilds.map((guild) => buildGuild(guild, bot, named, ids));
  return { bot, guilds: built.map(({ guild }) => guild), channels: built.flatMap(({ channels }) => channels) };
}

function buildGuild(plan: GuildPlan, bot: Member['user'], named: (name: string) => Member['user'], ids: Snowflakes) {
  const id = plan.id ?? ids.next();
  const everyone = rolePayload(id, '@everyone', EVERYONE);
  const botRole = rolePayload(ids.next(), bot.username, 0n, { managed: true, position: 1, tags: { bot_id: bot.id } });
  const roles = (plan.roles ?? []).map(({ name, permissions = 0n, mentionable = false }, index) =>
    rolePayload(ids.next(), name, permissions, { position: index + 2, mentionable }),
  );
  const people = [plan.owner, ...(plan.members ?? [])].map(named);
  const ownerId = named(plan.owner).id;
  const channels = buildChannels(plan, { id, ownerId }, ids);
  const systemChannel = channels.find(({ name }) => name === plan.systemChannel)?.id;
  const guild: Guild = {
    id,
    name: plan.name,
    ownerId,
    roles: [everyone, botRole, ...roles],
    members: [...people.map((user) => joined(user)), joined(bot, [botRole.id])],
    ...(systemChannel && { systemChannel }),
    locale: plan.locale ?? 'en-US',
    joined: true,
  };
  return { guild, channels };
}

function buildChannels(plan: GuildPlan, guild: Pick<Guild, 'id' | 'ownerId'>, ids: Snowflakes): Channel[] {
  const channels: Channel[] = [];
  for (const [position, { name, type = ChannelType.GuildText, topic, parent }] of plan.channels.entries()) {
    const above = channels.find((channel) => channel.name === parent)?.id;
    channels.push({
      id: ids.next(),
      type,
      name,
      guild: guild.id,
      position,
      owner: guild.ownerId,
      overwrites: [],
      ...(topic !== undefined && { topic }),
      ...(above !== undefined && { parent: above }),
    });
  }
  return channels;
}

export function joined(user: Member['user'], roles: readonly string[] = [], joinedAt = MADE): Member {
  return { user, roles, joinedAt };
}
