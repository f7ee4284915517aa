import { type APIApplicationCommand, ApplicationCommandType as Type } from 'discord-api-types/v10';
import type { Change } from '../change.ts';
import { refuse } from '../failure.ts';
import { type CommandDraft, readCommand } from '../forms/command.ts';
import { Form } from '../forms/form.ts';
import type { Signal } from '../signal.ts';
import type { World } from '../world.ts';

/** How many of each kind there may be, and again in each guild. */
const MOST: Readonly<Record<number, number>> = { [Type.ChatInput]: 100, [Type.User]: 5, [Type.Message]: 5 };

/** The commands the bot has registered, everywhere and in single guilds. */
export class Registry {
  readonly #world: World;
  readonly #changes: Signal<Change>;
  readonly #byScope = new Map<string, readonly APIApplicationCommand[]>();

  constructor(world: World, changes: Signal<Change>) {
    this.#world = world;
    this.#changes = changes;
  }

  /** Those of one guild; without a guild, those for everywhere. */
  list(guild?: string): readonly APIApplicationCommand[] {
    return this.#byScope.get(guild ?? '') ?? [];
  }

  find(id: string, guild?: string): APIApplicationCommand {
    const command = this.list(guild).find((one) => one.id === id);
    if (!command) throw refuse.unknownCommand();
    return command;
  }

  /** Puts these commands in place of all there are. One that keeps its name and type keeps its id. */
  replace(bodies: unknown, guild?: string): readonly APIApplicationCommand[] {
    const forms = Form.each(bodies);
    const drafts = forms.map(readCommand);
    for (const [index, draft] of drafts.entries()) {
      if (drafts.findIndex((one) => isSame(one, draft)) === index) continue;
      forms[index]?.refuse('APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
    }
    forms[0]?.settle();
    return this.#keep(
      drafts.map((draft) => this.#registered(draft, guild)),
      guild,
    );
  }

  /** Adds a command, in place of one of the same name and type. `made` says whether there was none. */
  add(body: unknown, guild?: string): { readonly command: APIApplicationCommand; readonly made: boolean } {
    const form = new Form(body);
    const draft = readCommand(form);
    form.settle();
    const command = this.#registered(draft, guild);
    const others = this.list(guild).filter((one) => !isSame(one, draft));
    const made = others.length === this.list(guild).length;
    this.#keep([...others, command], guild);
    return { command, made };
  }

  /** Changes what `body` names in a command and leaves the rest. */
  change(id: string, body: object, guild?: string): APIApplicationCommand {
    const before = this.find(id, guild);
    const form = new Form({ ...before, ...body, type: before.type });
    const draft = readCommand(form);
    form.settle();
    const command = { ...this.#registered(draft, guild), id };
    this.#keep(
      this.list(guild).map((one) => (one.id === id ? command : one)),
      guild,
    );
    return command;
  }

  remove(id: string, guild?: string): void {
    const command = this.find(id, guild);
    this.#keep(
      this.list(guild).filter((one) => one !== command),
      guild,
    );
  }

  /** A command gets a new version when it changes; one that is put as it was keeps its own. */
  #registered(draft: CommandDraft, guild?: string): APIApplicationCommand {
    const before = this.list(guild).find((one) => isSame(one, draft));
    const { dm_permission, contexts, ...rest } = draft;
    // Where a command may be used is asked only of those for everywhere.
    const where = guild === undefined ? { dm_permission, contexts: contexts ?? null } : { guild_id: guild };
    const id = before?.id ?? this.#world.ids.next();
    const command = { id, application_id: this.#world.bot.id, version: before?.version ?? id, ...rest, ...where };
    if (JSON.stringify(command) === JSON.stringify(before)) return command;
    return { ...command, version: this.#world.ids.next() };
  }

  #keep(commands: readonly APIApplicationCommand[], guild?: string): readonly APIApplicationCommand[] {
    for (const [type, most] of Object.entries(MOST))
      if (commands.filter((one) => one.type === Number(type)).length > most) throw refuse.tooManyCommands(most);
    this.#byScope.set(guild ?? '', commands);
    this.#changes.tell({ kind: 'commands', ...(guild !== undefined && { guild }) });
    return commands;
  }
}

type Named = Pick<APIApplicationCommand, 'name' | 'type'>;

function isSame(a: Named, b: Named): boolean {
  return a.name === b.name && a.type === b.type;
}
