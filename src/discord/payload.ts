import { AttachmentBuilder, MessageFlags } from 'discord.js';
import type { Answer } from './answer.ts';

/** What is sent for an answer: Components V2, and nobody is ever notified. */
export function payload({ components, attachment }: Pick<Answer, 'components' | 'attachment'>) {
  return {
    flags: MessageFlags.IsComponentsV2 as const,
    components,
    allowedMentions: { parse: [] },
    ...(attachment && { files: [new AttachmentBuilder(Buffer.from(attachment.bytes), { name: attachment.name })] }),
  };
}

export const privately = (answer: Pick<Answer, 'components' | 'attachment'>) => ({
  ...payload(answer),
  flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const,
});
