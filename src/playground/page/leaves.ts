import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
} from 'discord-api-types/v10';
import { MESSAGE_COMMAND, OPTION, SLASH_COMMAND } from './kinds.ts';

/** A command that can be sent: "who", or "schedule add" where a command has subcommands. */
export interface Leaf {
  readonly path: string;
  readonly description: string;
  readonly options: readonly APIApplicationCommandBasicOption[];
}

/** Every slash command that can be sent, in the order they are registered. */
export function leavesOf(commands: readonly APIApplicationCommand[]): readonly Leaf[] {
  const slash = commands.filter(({ type }) => type === SLASH_COMMAND);
  return slash.flatMap(({ name, description, options = [] }) => leavesUnder(name, description, options));
}

/** The commands of a message's menu, by name. */
export function menuOf(commands: readonly APIApplicationCommand[]): readonly string[] {
  return commands.filter(({ type }) => type === MESSAGE_COMMAND).map(({ name }) => name);
}

function leavesUnder(path: string, description: string, options: readonly APIApplicationCommandOption[]): Leaf[] {
  const leaves: Leaf[] = [];
  const basic: APIApplicationCommandBasicOption[] = [];
  for (const option of options) {
    if (option.type === OPTION.subcommand || option.type === OPTION.group) {
      leaves.push(...leavesUnder(`${path} ${option.name}`, option.description, option.options ?? []));
    } else basic.push(option);
  }
  return leaves.length > 0 ? leaves : [{ path, description, options: basic }];
}

/** The commands that what is typed after the slash may mean: those that begin with it, then those that hold it. */
export function leavesLike(leaves: readonly Leaf[], typed: string): readonly Leaf[] {
  const wanted = typed.toLowerCase();
  const begin = leaves.filter(({ path }) => path.startsWith(wanted));
  const hold = leaves.filter((leaf) => !begin.includes(leaf) && leaf.path.includes(wanted.trim()));
  return [...begin, ...hold];
}
