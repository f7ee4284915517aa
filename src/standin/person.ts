import {
  type APIApplicationCommand,
  type APIApplicationCommandOptionChoice,
  type APIUser,
  ApplicationCommandType as Command,
  ComponentType,
  InteractionType,
  MessageType,
} from 'discord-api-types/v10';
import type { Answer } from './answer.ts';
import { idChosen } from './commands/chosen.ts';
import { commandData, homeOf } from './commands/data.ts';
import { Resolver } from './commands/resolve.ts';
import { type Chosen, checkTyped, chosenIn, type TypedOptions } from './commands/typed.ts';
import { commandNamed, visibleCommands } from './commands/visible.ts';
import type { Opening } from './interactions/interaction.ts';
import { interactionCreate } from './interactions/payload.ts';
import { controlsIn } from './messages/parts.ts';
import { isShownTo, payloadOf, type ShownMessage } from './messages/shown.ts';
import type { Parts } from './parts.ts';
import { StandInRefusal } from './refusal.ts';
import { sendingIn } from './world/permissions.ts';
import type { Channel } from './world/records.ts';

export interface Where {
  /** Id or name; the first channel there is if left out. */
  readonly channel?: string;
}

type Asked = Pick<Opening, 'kind' | 'channel'> & Partial<Pick<Opening, 'name' | 'source' | 'typing'>>;

/** Someone at the keyboard. What Discord's client would not let them do is a StandInRefusal. */
export class Person {
  readonly user: APIUser;
  readonly #parts: Parts;

  constructor(user: APIUser, parts: Parts) {
    this.user = user;
    this.#parts = parts;
  }

  /** The commands offered to them there. */
  commands(where: Where = {}): readonly APIApplicationCommand[] {
    const { registry, world } = this.#parts;
    return visibleCommands(registry, world, this.user, this.#channel(where));
  }

  /** Uses a slash command: `who`, or with a sub-command `schedule add`. People, roles and channels go by name or id. */
  async slash(path: string, options: TypedOptions = {}, where: Where = {}): Promise<Answer> {
    const channel = this.#channel(where);
    const { command, chosen } = this.#command(path, where);
    checkTyped(chosen.options, options);
    const resolver = this.#resolver(channel);
    const sent = resolver.options(chosen.options, options);
    const data = commandData(command, chosen, sent, resolver.found);
    return this.#ask(InteractionType.ApplicationCommand, { kind: 'command', channel, name: path }, { data });
  }

  /** Types into an option that offers suggestions, and gets them; `others` is what is filled in already. */
  async type(
    path: string,
    option: string,
    typed: string,
    others: TypedOptions = {},
    where: Where = {},
  ): Promise<readonly APIApplicationCommandOptionChoice[]> {
    const channel = this.#channel(where);
    const { command, chosen } = this.#command(path, where);
    const focused = chosen.options.find(({ name }) => name === option);
    if (!focused || !('autocomplete' in focused) || !focused.autocomplete)
      throw new StandInRefusal(`/${path} offers nothing while “${option}” is typed`);
    const resolver = this.#resolver(channel);
    const filled = resolver.options(chosen.options, { ...others, [option]: typed });
    const sent = filled.map((one) => (one.name === option ? { ...one, focused: true } : one));
    const data = commandData(command, chosen, sent, resolver.found);
    const asked = { kind: 'autocomplete', channel, name: path, typing: focused.type } as const;
    return new Promise((offered, failed) => {
      this.#open(InteractionType.ApplicationCommandAutocomplete, asked, { data }, { offered, failed });
    });
  }

  /** Presses a button. */
  async press(message: ShownMessage, customId: string): Promise<Answer> {
    const { control, source, channel } = this.#control(message, customId);
    if (control.type !== ComponentType.Button) throw new StandInRefusal(`“${customId}” is no button`);
    const data = { component_type: control.type, custom_id: customId, id: control.id };
    const more = { data, message: payloadOf(source) };
    return this.#ask(InteractionType.MessageComponent, { kind: 'component', channel, source }, more);
  }

  /** Chooses from a select, by the values of its entries; where people, roles or channels are chosen, by id or name. */
  async choose(message: ShownMessage, customId: string, values: readonly string[]): Promise<Answer> {
    const { control, source, channel } = this.#control(message, customId);
    if (control.type === ComponentType.Button) throw new StandInRefusal(`“${customId}” is a button`);
    const { min_values = 1, max_values = 1 } = control;
    if (values.length < min_values || values.length > max_values)
      throw new StandInRefusal(`Choose ${min_values} to ${max_values}`);
    const resolver = this.#resolver(channel);
    const chosen = values.map((value) => {
      const id = idChosen(control, value, resolver);
      if (id === undefined) throw new StandInRefusal(`“${value}” is not in the list`);
      return id;
    });
    const resolved = control.type === ComponentType.StringSelect ? {} : { resolved: resolver.found };
    const data = { component_type: control.type, custom_id: customId, id: control.id, values: chosen, ...resolved };
    const more = { data, message: payloadOf(source) };
    return this.#ask(InteractionType.MessageComponent, { kind: 'component', channel, source }, more);
  }

  /** Uses a command of a message's menu. */
  async menu(name: string, message: ShownMessage): Promise<Answer> {
    const { source, channel } = this.#seen(message);
    if (source.ephemeralFor !== undefined) throw new StandInRefusal('A private message has no such menu');
    const command = commandNamed(this.commands({ channel: channel.id }), name, Command.Message);
    if (!command) throw new StandInRefusal(`There is no command “${name}” in the menu`);
    const resolved = { messages: { [source.id]: payloadOf(source) } };
    const data = { id: command.id, name, type: command.type, target_id: source.id, resolved, ...homeOf(command) };
    return this.#ask(InteractionType.ApplicationCommand, { kind: 'menu', channel, name, source }, { data });
  }

  /** Writes a message, as people do. */
  say(content: string, where: Where = {}): ShownMessage {
    const { world, messages } = this.#parts;
    const channel = this.#channel(where);
    const may = channel.recipient ?? world.permissions(this.user.id, channel) & sendingIn(channel);
    if (!may) throw new StandInRefusal('You do not have permission to send messages in this channel.');
    const draft = { content, files: [], flags: 0, tts: false };
    return messages.post(channel, draft, { author: this.user, type: MessageType.Default });
  }

  /** Dismisses a private answer. */
  dismiss(message: ShownMessage): void {
    const { source, channel } = this.#seen(message);
    if (source.ephemeralFor === undefined) throw new StandInRefusal('Only a private message can be dismissed');
    this.#parts.messages.delete(channel, source);
  }

  #ask(type: InteractionType, asked: Asked, more: object): Promise<Answer> {
    return new Promise((answered, failed) => this.#open(type, asked, more, { answered, failed }));
  }

  #open(type: InteractionType, asked: Asked, more: object, waiting: Opening['waiting']): void {
    const { interactions, world } = this.#parts;
    const interaction = interactions.open({ ...asked, asker: this.user, waiting });
    world.dispatches.tell(interactionCreate(world, type, interaction.asked, more));
  }

  #channel({ channel }: Where): Channel {
    const { world } = this.#parts;
    const found = channel === undefined ? world.channels[0] : world.channel(channel);
    if (!found || !world.sees(this.user.id, found)) throw new StandInRefusal(`There is no channel ${channel ?? ''}`);
    return found;
  }

  #command(path: string, where: Where): { readonly command: APIApplicationCommand; readonly chosen: Chosen } {
    const [name = '', ...nested] = path.split(' ');
    const command = commandNamed(this.commands(where), name, Command.ChatInput);
    if (!command) throw new StandInRefusal(`There is no command /${name} for ${this.user.global_name}`);
    return { command, chosen: chosenIn(command, nested) };
  }

  #resolver(channel: Channel): Resolver {
    return new Resolver(this.#parts.world, this.#parts.uploads, channel, this.user.id);
  }

  /** The message as it is now, if this person sees it. */
  #seen({ id, channel_id }: ShownMessage): { readonly source: ShownMessage; readonly channel: Channel } {
    const channel = this.#channel({ channel: channel_id });
    const source = this.#parts.messages.find(channel_id, id);
    if (!source || !isShownTo(source, this.user.id)) throw new StandInRefusal('This message is not there');
    return { source, channel };
  }

  #control(message: ShownMessage, customId: string) {
    const { source, channel } = this.#seen(message);
    const controls = controlsIn(source.components ?? []);
    const control = controls.find((one) => 'custom_id' in one && one.custom_id === customId);
    if (!control) throw new StandInRefusal(`This message has no “${customId}”`);
    if (control.disabled) throw new StandInRefusal(`“${customId}” is greyed out`);
    return { control, source, channel };
  }
}
