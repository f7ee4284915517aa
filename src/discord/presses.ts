import { type ButtonInteraction, MessageFlags, type StringSelectMenuInteraction } from 'discord.js';
import { UserError } from '../base/errors.ts';
import type { Ask, View } from '../model/view.ts';
import { answer, type Desk, refusal } from './answer.ts';
import { askerOf } from './asker.ts';
import { within } from './commands.ts';
import { payload, privately } from './payload.ts';

type Press = ButtonInteraction | StringSelectMenuInteraction;

/**
 * Answers a button or a menu entry. The asker's own reply turns in place; on a scheduled post, or on somebody else's
 * reply, the answer is private. What was asked is in the database, so buttons outlive the process.
 */
export async function answerPress(interaction: Press, desk: Desk, now: Date): Promise<void> {
  const asker = askerOf(interaction);
  const pressed = await findAsk(interaction, desk);
  if (!pressed) {
    const gone = new UserError('This reply is more than 30 days old and its buttons are gone. Type the command again.');
    return void (await interaction.reply(privately(refusal(gone, { command: 'press' }, desk.log))));
  }
  const { ask, view } = pressed;
  const askedAt = view.asker === undefined && !ask.edition ? now : new Date(view.askedAt);
  const work = answer(desk, ask, asker, { askedAt, edition: ask.edition });
  const inPlace = view.asker === asker.member;

  const ready = await within(work);
  if (ready) {
    if (inPlace && !ready.error) return void (await interaction.update(payload(ready)));
    return void (await interaction.reply(privately(ready)));
  }
  await (inPlace ? interaction.deferUpdate() : interaction.deferReply({ flags: MessageFlags.Ephemeral }));
  const late = await work;
  if (inPlace && late.error) return void (await interaction.followUp(privately(late)));
  await interaction.editReply(payload(late));
}

async function findAsk(interaction: Press, desk: Desk): Promise<{ ask: Ask; view: View } | undefined> {
  const [id = '', number = ''] = interaction.customId.split(':');
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : number;
  const view = await desk.views.find(id);
  const ask = view?.asks[Number(chosen)];
  return view && ask && { ask, view };
}
