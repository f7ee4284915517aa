import type { Newsroom } from '../app/newsroom/newsroom.ts';
import type { Reply } from '../render/card.ts';
import type { Answers, LinksOption, Options } from './options.ts';

/** What is asked and how it is answered. It never sees an interaction, so Discord, a terminal and a test run the same. */
export interface Action<O extends Options = Options> {
  readonly description: string;
  readonly options: O;
  /** Always shown to the asker alone. */
  readonly private?: boolean;
  run(answers: Answers<O>, newsroom: Newsroom): Promise<Reply>;
}

interface Named {
  readonly name: string;
  readonly description: string;
  /** What somebody could type, for /about. */
  readonly example: string;
}

/** A slash command with options. */
export interface Single<O extends Options = Options> extends Named, Action<O> {}

/** A slash command with subcommands; for managers of a server only where it says so. */
export interface Group extends Named {
  readonly managersOnly?: boolean;
  readonly subcommands: Readonly<Record<string, Action>>;
}

/** A command in the menu of every message, answered by what the message links to. */
export interface InMenu extends Named, Action<{ readonly links: LinksOption }> {
  readonly menu: 'message';
}

export type Command = Single | Group | InMenu;

/** Ties the type of `run`'s first argument to `options`. */
export function defineCommand<const O extends Options>(command: Single<O>): Single<O> {
  return command;
}

/** The same for a command of a message's menu. */
export const defineInMenu = (command: InMenu): InMenu => command;

/** The same for a subcommand. */
export function defineAction<const O extends Options>(action: Action<O>): Action<O> {
  return action;
}

/** The action of "who", "schedule add" or "Brief this link". */
export function actionAt(commands: readonly Command[], path: string): Action | undefined {
  const inMenu = commands.find((each): each is InMenu => 'menu' in each && each.name === path);
  if (inMenu) return inMenu;
  const [name, subcommand] = path.split(' ');
  const command = commands.find((each) => each.name === name);
  if (!command) return undefined;
  if ('run' in command) return subcommand ? undefined : command;
  return subcommand && Object.hasOwn(command.subcommands, subcommand) ? command.subcommands[subcommand] : undefined;
}
