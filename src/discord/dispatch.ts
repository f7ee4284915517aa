import { type Client, Events, type Interaction } from 'discord.js';
import type { Clock } from '../base/clock.ts';
import type { Answering } from './answer.ts';
import { answerCommand } from './commands.ts';
import { answerPress } from './presses.ts';
import { suggest } from './suggest.ts';

/** Answers every slash command, message menu, button, menu and autocomplete request the client receives. */
export function dispatch(client: Client, answering: Answering, clock: Clock): () => Promise<void> {
  const open = new Set<Promise<void>>();
  const listen = (interaction: Interaction) => {
    const work = respond(interaction, answering, clock.now())
      // Discord refused the answer or went away: there is nobody left to tell.
      .catch((error: unknown) => answering.log.error('an answer did not reach Discord', { error }))
      .finally(() => open.delete(work));
    open.add(work);
  };
  client.on(Events.InteractionCreate, listen);

  return async function finish() {
    client.off(Events.InteractionCreate, listen);
    await Promise.all(open);
  };
}

async function respond(interaction: Interaction, answering: Answering, now: Date): Promise<void> {
  if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand())
    return answerCommand(interaction, answering, now);
  if (interaction.isAutocomplete()) return suggest(interaction, answering, now);
  if (interaction.isButton() || interaction.isStringSelectMenu()) return answerPress(interaction, answering, now);
}
