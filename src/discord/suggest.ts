import type { AutocompleteInteraction } from 'discord.js';
import { SUGGESTIONS } from '../app/suggestions.ts';
import { clip, LIMITS } from '../render/limits.ts';
import type { Desk } from './answer.ts';
import { askerOf } from './asker.ts';
import { actionAt } from './command.ts';

/** Offers names while somebody types. */
export async function suggest(interaction: AutocompleteInteraction, desk: Desk, now: Date): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const path = [interaction.commandName, interaction.options.getSubcommand(false)].filter(Boolean).join(' ');
  const option = actionAt(desk.commands, path)?.options[name];
  if (option?.type !== 'text' || !option.suggest) return interaction.respond([]);

  const offered = await option.suggest(value, desk.openNewsroom(askerOf(interaction), { askedAt: now }));
  const choices = offered
    .filter((each) => each.name.trim() !== '' && each.value.length <= LIMITS.suggestion)
    .slice(0, SUGGESTIONS)
    .map((each) => ({ name: clip(each.name, LIMITS.suggestion), value: each.value }));
  await interaction.respond(choices);
}
