import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import type { Asker } from '../model/asker.ts';

export function askerOf(interaction: BaseInteraction): Asker {
  return {
    member: interaction.user.id,
    ...(interaction.guildId && { guild: interaction.guildId }),
    ...(interaction.channelId && { channel: interaction.channelId }),
    manager: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
    locale: interaction.locale,
    ...(interaction.guildLocale && { serverLocale: interaction.guildLocale }),
  };
}
