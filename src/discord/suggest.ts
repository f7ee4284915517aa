import type { AutocompleteInteraction } from 'discord.js';
import { SUGGESTIONS } from '../app/newsroom/suggestions.ts';
import { seen } from '../render/escape.ts';
import { clip, LIMITS } from '../render/limits.ts';
import type { Answering } from './answer.ts';
import { askerOf } from './asker.ts';
import { actionAt } from './command.ts';

/** Offers names while somebody types. */
export async function suggest(interaction: AutocompleteInteraction, answering: Answering, now: Date): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const path = [interaction.commandName, interaction.options.getSubcommand(false)].filter(Boolean).join(' ');
  const option = actionAt(answering.commands, path)?.options[name];
  if (option?.type !== 'text' || !option.suggest) return interaction.respond([]);

  const offered = await option.suggest(value, answering.openNewsroom(askerOf(interaction), { askedAt: now }));
  const choices = offered
    .map(({ name, value }) => ({ name: clip(seen(name).trim(), LIMITS.suggestion), value }))
    .filter(({ name, value }) => name !== '' && value.length <= LIMITS.suggestion)
    .slice(0, SUGGESTIONS);
  await interaction.respond(choices);
}
