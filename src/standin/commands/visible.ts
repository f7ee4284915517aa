import {
  type APIApplicationCommand,
  type APIUser,
  type ApplicationCommandType,
  InteractionContextType as Context,
  PermissionFlagsBits as May,
} from 'discord-api-types/v10';
import type { Channel } from '../world/records.ts';
import type { World } from '../world.ts';
import type { Registry } from './registry.ts';

/** The commands a person is offered in a channel: a server's own before those for everywhere of the same name. */
export function visibleCommands(
  registry: Registry,
  world: World,
  user: APIUser,
  channel: Channel,
): readonly APIApplicationCommand[] {
  const guild = world.guildOf(channel);
  if (!guild) return registry.list().filter(inDirectMessages);
  const may = world.permissions(user.id, channel);
  if (!guild.joined || !(may & May.ViewChannel) || !(may & May.UseApplicationCommands)) return [];
  const own = registry.list(guild.id);
  const all = [...own, ...registry.list().filter((one) => !own.some((same) => isSame(one, same)))];
  return all.filter((one) => inServers(one) && allows(one, may));
}

export function commandNamed(
  commands: readonly APIApplicationCommand[],
  name: string,
  type: ApplicationCommandType,
): APIApplicationCommand | undefined {
  return commands.find((one) => one.name === name && one.type === type);
}

function isSame(a: APIApplicationCommand, b: APIApplicationCommand): boolean {
  return a.name === b.name && a.type === b.type;
}

function inDirectMessages({ contexts, dm_permission }: APIApplicationCommand): boolean {
  return contexts ? contexts.includes(Context.BotDM) : dm_permission !== false;
}

function inServers({ contexts }: APIApplicationCommand): boolean {
  return contexts?.includes(Context.Guild) ?? true;
}

/** "0" keeps a command from all but administrators, who hold every permission. */
function allows({ default_member_permissions: needed }: APIApplicationCommand, may: bigint): boolean {
  if (needed === null) return true;
  if (may & May.Administrator) return true;
  return needed !== '0' && (may & BigInt(needed)) === BigInt(needed);
}
