import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10';
import { StandInRefusal } from '../refusal.ts';
import { checkValue } from './values.ts';

/** A file to hand over, where a command asks for one. */
export interface Upload {
  readonly name: string;
  readonly content: string | Uint8Array;
}

export type Typed = string | number | boolean | Upload;
export type TypedOptions = Readonly<Record<string, Typed>>;

/** Which of a command's forms a path means: `schedule add` is the sub-command `add` of `schedule`. */
export interface Chosen {
  /** The names of the group and the sub-command, outermost first. */
  readonly nested: readonly { readonly name: string; readonly type: Type }[];
  readonly options: readonly APIApplicationCommandBasicOption[];
}

/** The sub-command that `names` lead to, and what is to be filled in there. */
export function chosenIn(command: APIApplicationCommand, names: readonly string[]): Chosen {
  const nested: { name: string; type: Type }[] = [];
  let options = command.options ?? [];
  for (const name of names) {
    const next = options.find((option) => option.name === name);
    if (!next || !(next.type === Type.Subcommand || next.type === Type.SubcommandGroup))
      throw new StandInRefusal(`/${command.name} has no sub-command “${name}”`);
    nested.push({ name: next.name, type: next.type });
    options = next.options ?? [];
  }
  const basic = options.filter(
    (option): option is APIApplicationCommandBasicOption =>
      option.type !== Type.Subcommand && option.type !== Type.SubcommandGroup,
  );
  if (basic.length < options.length) throw new StandInRefusal(`Choose a sub-command of /${command.name}`);
  return { nested, options: basic };
}

/** Refuses what Discord's client would not let a person send. */
export function checkTyped(options: readonly APIApplicationCommandBasicOption[], typed: TypedOptions): void {
  const unknown = Object.keys(typed).find((name) => !options.some((option) => option.name === name));
  if (unknown !== undefined) throw new StandInRefusal(`This command has no option “${unknown}”`);
  const missing = options.find((option) => option.required === true && typed[option.name] === undefined);
  if (missing) throw new StandInRefusal(`This option is required. Specify a value: ${missing.name}`);
  for (const option of options) {
    const value = typed[option.name];
    if (value !== undefined) checkValue(option, value);
  }
}
