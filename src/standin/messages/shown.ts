import { type APIMessage, MessageFlags } from 'discord-api-types/v10';

/** A message as the person it is shown to sees it. */
export interface ShownMessage extends APIMessage {
  /** The only person who sees it: the one who asked. Such a message is in no channel's history. */
  readonly ephemeralFor?: string;
}

export function hasFlag(message: { readonly flags?: number }, flag: MessageFlags): boolean {
  return ((message.flags ?? 0) & flag) !== 0;
}

export function isV2(message: { readonly flags?: number }): boolean {
  return hasFlag(message, MessageFlags.IsComponentsV2);
}

/** Whether this viewer sees it. Without a viewer: whether everyone does. */
export function isShownTo(message: ShownMessage, viewer?: string): boolean {
  return message.ephemeralFor === undefined || message.ephemeralFor === viewer;
}

/** The message as Discord has it: who sees it is no field of a message. */
export function payloadOf({ ephemeralFor: _, ...message }: ShownMessage): APIMessage {
  return message;
}

/**
 * The message as the bot may read it: without the message content intent, what others write is blank, except where
 * the bot is mentioned and in direct messages.
 */
export function payloadFor(bot: string, message: ShownMessage, direct: boolean): APIMessage {
  const payload = payloadOf(message);
  const open = direct || message.author.id === bot || message.mentions.some(({ id }) => id === bot);
  return open ? payload : { ...payload, content: '', embeds: [], attachments: [], components: [] };
}
