import { commands } from '../../commands/index.ts';
import type { Newsroom } from '../app/newsroom/newsroom.ts';
import { UserError } from '../base/errors.ts';
import { actionAt } from '../discord/command.ts';
import { answersTo, type Given } from '../discord/options.ts';
import { drawTerminal } from '../render/terminal.ts';

export interface Output {
  readonly json: boolean;
  readonly colour: boolean;
  readonly zone: string;
  write(text: string): void;
}

/** Runs a slash command's own function and shows its answer in a terminal, or a JSON object a line. */
export async function ask(path: string, given: Given, newsroom: Newsroom, output: Output): Promise<void> {
  const action = actionAt(commands, path);
  if (!action) throw new UserError(`There is no command ${path}.`);
  const { card, rows } = await action.run(answersTo(action.options, given), newsroom);
  if (output.json) for (const row of rows) output.write(`${JSON.stringify(row)}\n`);
  else output.write(drawTerminal(card, output));
}
