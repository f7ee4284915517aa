import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Resolved, SentOption } from './resolve.ts';
import type { Chosen } from './typed.ts';

/** The data of a slash command's interaction: what was filled in, inside the sub-command it was filled into. */
export function commandData(
  command: APIApplicationCommand,
  { nested }: Chosen,
  sent: readonly SentOption[],
  resolved: Resolved,
): object {
  const options = nested.reduceRight<readonly object[]>(
    (inner, { name, type }) => [{ name, type, options: inner }],
    sent,
  );
  const { id, name, type } = command;
  return {
    id,
    name,
    type,
    ...(options.length > 0 && { options }),
    ...(Object.keys(resolved).length > 0 && { resolved }),
    ...homeOf(command),
  };
}

/** A server's own command says whose it is. */
export function homeOf({ guild_id }: APIApplicationCommand): object {
  return guild_id === undefined ? {} : { guild_id };
}
