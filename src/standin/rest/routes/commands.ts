import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Registry } from '../../commands/registry.ts';
import { refuse } from '../../failure.ts';
import { isRecord } from '../../forms/form.ts';
import type { World } from '../../world.ts';
import { type Call, nothing, ok, type Route } from '../route.ts';

/** /applications/{id}/commands and /applications/{id}/guilds/{id}/commands. */
export function commandRoutes(world: World, registry: Registry): readonly Route[] {
  const everywhere = '/applications/:application/commands';
  const inGuild = '/applications/:application/guilds/:guild/commands';
  return [...routesAt(everywhere, world, registry), ...routesAt(inGuild, world, registry)];
}

function routesAt(path: string, world: World, registry: Registry): readonly Route[] {
  const scope = (call: Call) => scopeOf(call, world);
  return [
    { method: 'GET', path, answer: (call) => ok(registry.list(scope(call)).map((one) => listed(one, call))) },
    { method: 'PUT', path, answer: (call) => ok(registry.replace(call.body, scope(call))) },
    {
      method: 'POST',
      path,
      answer: (call) => {
        const { command, made } = registry.add(call.body, scope(call));
        return { status: made ? 201 : 200, body: command };
      },
    },
    { method: 'GET', path: `${path}/:command`, answer: (call) => ok(registry.find(call.part('command'), scope(call))) },
    {
      method: 'PATCH',
      path: `${path}/:command`,
      answer: (call) => ok(registry.change(call.part('command'), isRecord(call.body) ? call.body : {}, scope(call))),
    },
    {
      method: 'DELETE',
      path: `${path}/:command`,
      answer: (call) => {
        registry.remove(call.part('command'), scope(call));
        return nothing;
      },
    },
  ];
}

/** The guild the commands are for, undefined for everywhere. */
function scopeOf(call: Call, world: World): string | undefined {
  if (call.part('application') !== world.bot.id) throw refuse.otherApplication();
  const id = call.part('guild');
  if (id === '') return undefined;
  if (!world.guilds.some((guild) => guild.id === id && guild.joined)) throw refuse.missingAccess();
  return id;
}

/** Lists leave translations out unless they are asked for. */
function listed(command: APIApplicationCommand, call: Call): APIApplicationCommand {
  if (call.query.get('with_localizations') === 'true') return command;
  const { name_localizations: _, description_localizations: __, ...rest } = command;
  return rest;
}
