import { MessageFlags, InteractionResponseType as Response } from 'discord-api-types/v10';
import type { Change } from '../change.ts';
import { refuse } from '../failure.ts';
import { readChoices } from '../forms/choices.ts';
import { type Draft, readDraft } from '../forms/draft.ts';
import { Form } from '../forms/form.ts';
import type { Messages } from '../messages/messages.ts';
import { hasFlag, type ShownMessage } from '../messages/shown.ts';
import type { File } from '../messages/uploads.ts';
import type { Signal } from '../signal.ts';
import type { World } from '../world.ts';
import { authorshipOf, followupAuthorship } from './authorship.ts';
import type { Interaction, Kind } from './interaction.ts';

/** The first answers each kind of question may get. Discord also takes modals; the stand-in does not. */
const TO_COMMAND = [Response.ChannelMessageWithSource, Response.DeferredChannelMessageWithSource] as const;
const TO_PRESS = [...TO_COMMAND, Response.DeferredMessageUpdate, Response.UpdateMessage] as const;
const ALLOWED = {
  command: TO_COMMAND,
  menu: TO_COMMAND,
  component: TO_PRESS,
  autocomplete: [Response.ApplicationCommandAutocompleteResult],
} as const satisfies Record<Kind, readonly Response[]>;

const LOADING: Draft = { files: [], flags: 0, tts: false };

/** What a bot says to an interaction: its first answer, edits of that, and follow-ups. */
export class Replies {
  readonly #world: World;
  readonly #messages: Messages;
  readonly #changes: Signal<Change>;

  constructor(world: World, messages: Messages, changes: Signal<Change>) {
    this.#world = world;
    this.#messages = messages;
    this.#changes = changes;
  }

  /** The first answer. Returns the message it made or changed, if it did. */
  respond(interaction: Interaction, body: unknown, files: readonly File[]): ShownMessage | undefined {
    const form = new Form(body);
    const type = form.among<Response>('type', ALLOWED[interaction.asked.kind], true);
    form.settle();
    switch (type) {
      case Response.ChannelMessageWithSource:
        return this.#reply(interaction, form.form('data', true), form, files);
      case Response.DeferredChannelMessageWithSource:
        return this.#defer(interaction, form.form('data'), form);
      case Response.UpdateMessage:
        return this.#update(interaction, form.form('data', true), form, files);
      case Response.DeferredMessageUpdate:
        interaction.acknowledge(type);
        interaction.original = interaction.asked.source?.id ?? '';
        this.#think(interaction, true);
        return undefined;
      default:
        this.#offer(interaction, form.form('data', true), form);
        return undefined;
    }
  }

  /** The message that `@original` means, or one of the follow-ups. */
  find(interaction: Interaction, id: string): ShownMessage {
    const { original, followups, asked } = interaction;
    const wanted = id === '@original' ? original : [original, ...followups].find((one) => one === id);
    const message = wanted === undefined ? undefined : this.#messages.find(asked.channel.id, wanted);
    if (!message) throw refuse.unknownMessage();
    return message;
  }

  edit(interaction: Interaction, id: string, body: unknown, files: readonly File[]): ShownMessage {
    const before = this.find(interaction, id);
    const edited = this.#messages.edit(interaction.asked.channel, before, readDraft(new Form(body), files, before));
    if (edited.id === interaction.original) this.#settle(interaction, edited);
    return edited;
  }

  delete(interaction: Interaction, id: string): void {
    const message = this.find(interaction, id);
    this.#messages.delete(interaction.asked.channel, message);
    if (message.id === interaction.original) this.#think(interaction, false);
  }

  /** A follow-up. While the first answer is still loading, Discord takes it for the edit of that one. */
  followUp(interaction: Interaction, body: unknown, files: readonly File[]): ShownMessage {
    const { channel } = interaction.asked;
    const original = this.#messages.find(channel.id, interaction.original ?? '');
    if (original && hasFlag(original, MessageFlags.Loading)) return this.edit(interaction, original.id, body, files);
    const draft = readDraft(new Form(body), files);
    const ephemeral = hasFlag(draft, MessageFlags.Ephemeral);
    const message = this.#messages.post(channel, draft, followupAuthorship(interaction, this.#world, ephemeral));
    interaction.followups.push(message.id);
    this.#settle(interaction, message);
    return message;
  }

  #reply(interaction: Interaction, data: Form | undefined, form: Form, files: readonly File[]): ShownMessage {
    form.settle();
    const draft = readDraft(data ?? form, files);
    const ephemeral = hasFlag(draft, MessageFlags.Ephemeral);
    interaction.acknowledge(Response.ChannelMessageWithSource);
    const message = this.#post(interaction, draft, ephemeral, false);
    this.#settle(interaction, message);
    return message;
  }

  /** Whether the answer will be private is decided here, for good. */
  #defer(interaction: Interaction, data: Form | undefined, form: Form): ShownMessage {
    const flags = data?.whole('flags', { min: 0 }) ?? 0;
    form.settle();
    interaction.acknowledge(Response.DeferredChannelMessageWithSource);
    const message = this.#post(interaction, LOADING, hasFlag({ flags }, MessageFlags.Ephemeral), true);
    this.#think(interaction, true);
    return message;
  }

  #update(interaction: Interaction, data: Form | undefined, form: Form, files: readonly File[]): ShownMessage {
    form.settle();
    const { channel, source } = interaction.asked;
    const before = this.#messages.find(channel.id, source?.id ?? '');
    if (!before) throw refuse.unknownMessage();
    const draft = readDraft(data ?? form, files, before);
    interaction.acknowledge(Response.UpdateMessage);
    interaction.original = before.id;
    const message = this.#messages.edit(channel, before, draft);
    this.#settle(interaction, message);
    return message;
  }

  #offer(interaction: Interaction, data: Form | undefined, form: Form): void {
    const choices = data && interaction.asked.typing ? readChoices(data, interaction.asked.typing) : [];
    form.settle();
    interaction.acknowledge(Response.ApplicationCommandAutocompleteResult);
    interaction.offer(choices);
  }

  #post(interaction: Interaction, draft: Draft, ephemeral: boolean, loading: boolean): ShownMessage {
    const authorship = authorshipOf(interaction, this.#world, ephemeral, loading);
    const message = this.#messages.post(interaction.asked.channel, draft, authorship);
    interaction.original = message.id;
    return message;
  }

  #settle(interaction: Interaction, message: ShownMessage): void {
    if (interaction.settled) return;
    this.#think(interaction, false);
    const { channel } = interaction.asked;
    const followups = interaction.followups.map((id) => this.#messages.find(channel.id, id));
    const updated = interaction.updates && message.id === interaction.original;
    interaction.settle(
      message,
      followups.filter((one) => one !== undefined),
      updated,
    );
  }

  #think(interaction: Interaction, begun: boolean): void {
    if (interaction.thinking === begun) return;
    interaction.thinking = begun;
    const { asked } = interaction;
    this.#changes.tell({ kind: 'thinking', channel: asked.channel.id, user: asked.asker.id, begun });
  }
}
