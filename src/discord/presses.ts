import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js';
import { UserError } from '../base/errors.ts';
import type { Ask, View } from '../model/view.ts';
import { type Answer, type Answering, answer, refusal } from './answer.ts';
import { askerOf } from './asker.ts';
import { within } from './commands.ts';
import { payload, privately } from './payload.ts';

type Press = ButtonInteraction | StringSelectMenuInteraction;

/**
 * Answers a button or a menu entry. The asker's own reply turns in place; on a scheduled post, or on somebody else's
 * reply, the answer is private. What was asked is in the database, so buttons outlive the process.
 */
export async function answerPress(interaction: Press, answering: Answering, now: Date): Promise<void> {
  const work = pressed(interaction, answering, now);
  const ready = await within(work);
  if (ready) {
    if (ready.inPlace && !ready.error) return void (await interaction.update(payload(ready)));
    return void (await interaction.reply(privately(ready)));
  }
  // Whose reply it is may not be known yet, and Discord waits no longer than three seconds: that much is true of both.
  await interaction.deferUpdate();
  const late = await work;
  if (late.inPlace && !late.error) await interaction.editReply(payload(late));
  else await interaction.followUp(privately(late));
}

/** The answer to a press, and whether it takes the place of the reply it stands on. Never rejects. */
async function pressed(
  interaction: Press,
  answering: Answering,
  now: Date,
): Promise<Answer & { readonly inPlace: boolean }> {
  try {
    const found = await findAsk(interaction, answering);
    if (!found) throw new UserError(GONE);
    const { ask, view } = found;
    const asker = askerOf(interaction);
    const askedAt = view.asker === undefined && !ask.edition ? now : new Date(view.askedAt);
    const answered = await answer(answering, ask, asker, { askedAt, edition: ask.edition });
    return { ...answered, inPlace: view.asker === asker.member };
  } catch (error) {
    return { ...refusal(error, { command: 'press' }, answering.log), inPlace: false };
  }
}

const GONE = 'This reply is more than 30 days old and its buttons are gone. Type the command again.';

async function findAsk(interaction: Press, answering: Answering): Promise<{ ask: Ask; view: View } | undefined> {
  const [id = '', number = ''] = interaction.customId.split(':');
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : number;
  const view = await answering.views.find(id);
  const ask = view?.asks[Number(chosen)];
  return view && ask && { ask, view };
}
