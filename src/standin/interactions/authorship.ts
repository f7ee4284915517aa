import {
  type APIMessage,
  type APIMessageInteractionMetadata,
  InteractionType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
} from 'discord-api-types/v10';
import type { Authorship } from '../messages/compose.ts';
import type { World } from '../world.ts';
import type { Interaction } from './interaction.ts';

/** What Discord writes on the first message of an answer: by the bot, for whom, on which question. */
export function authorshipOf(interaction: Interaction, world: World, ephemeral: boolean, loading: boolean): Authorship {
  const { kind, source } = interaction.asked;
  const types = { command: MessageType.ChatInputCommand, menu: MessageType.ContextMenuCommand };
  return {
    ...common(interaction, world, ephemeral),
    type: kind === 'command' || kind === 'menu' ? types[kind] : MessageType.Default,
    flags: (ephemeral ? MessageFlags.Ephemeral : 0) | (loading ? MessageFlags.Loading : 0),
    facts: { ...facts(interaction, world), ...(source && referenceTo(interaction, source.id)) },
  };
}

/** What Discord writes on a follow-up: it replies to the first message. */
export function followupAuthorship(interaction: Interaction, world: World, ephemeral: boolean): Authorship {
  const { original } = interaction;
  return {
    ...common(interaction, world, ephemeral),
    type: original === undefined ? MessageType.Default : MessageType.Reply,
    flags: ephemeral ? MessageFlags.Ephemeral : 0,
    facts: { ...facts(interaction, world), ...(original !== undefined && referenceTo(interaction, original)) },
  };
}

function common({ asked }: Interaction, world: World, ephemeral: boolean) {
  return { author: world.bot, ...(ephemeral && { ephemeralFor: asked.asker.id }) };
}

function facts({ asked }: Interaction, world: World): NonNullable<Authorship['facts']> {
  const { id, asker: user, name } = asked;
  const webhook = { webhook_id: world.bot.id, application_id: world.bot.id };
  const metadata = { id, user, authorizing_integration_owners: { 0: asked.channel.guild ?? '0' } };
  if (name === undefined) {
    const component = {
      type: InteractionType.MessageComponent,
      interacted_message_id: asked.source?.id ?? '',
    } as const;
    return { ...webhook, interaction_metadata: { ...metadata, ...component } satisfies APIMessageInteractionMetadata };
  }
  const type = InteractionType.ApplicationCommand;
  return { ...webhook, interaction: { id, type, name, user }, interaction_metadata: { ...metadata, type } };
}

function referenceTo({ asked }: Interaction, message: string): Pick<APIMessage, 'message_reference'> {
  const { id, guild } = asked.channel;
  const reference = { type: MessageReferenceType.Default, message_id: message, channel_id: id };
  return { message_reference: { ...reference, ...(guild !== undefined && { guild_id: guild }) } };
}
