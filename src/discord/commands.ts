import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import type { Ask } from '../model/view.ts';
import { type Answer, type Answering, answer } from './answer.ts';
import { askerOf } from './asker.ts';
import { actionAt } from './command.ts';
import { linksOf } from './links.ts';
import { payload, privately } from './payload.ts';

/** An answer ready by then is given at once and needs no "thinking…"; Discord itself would wait three seconds. */
export const AT_ONCE_MS = 100;

type Used = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

export async function answerCommand(interaction: Used, answering: Answering, now: Date): Promise<void> {
  const ask = interaction.isMessageContextMenuCommand() ? askOfMenu(interaction) : askOf(interaction);
  const work = answer(answering, ask, askerOf(interaction), { askedAt: now });
  const ready = await within(work);
  if (ready) return void (await interaction.reply(ready.private ? privately(ready) : payload(ready)));

  const quiet = actionAt(answering.commands, ask.command)?.private ?? false;
  await interaction.deferReply(quiet ? { flags: MessageFlags.Ephemeral } : {});
  const late = await work;
  if (!late.private || quiet) return void (await interaction.editReply(payload(late)));
  // Whether a reply is private is fixed by the deferral, so the public one makes way.
  await interaction.deleteReply();
  await interaction.followUp(privately(late));
}

/** The answer, if it comes in time. */
export async function within<T extends Answer>(work: Promise<T>): Promise<T | undefined> {
  const timer = new AbortController();
  const late = sleep(AT_ONCE_MS, undefined, { signal: timer.signal }).catch(() => undefined);
  const first = await Promise.race([work, late]);
  timer.abort();
  return first;
}

function askOf({ commandName, options }: ChatInputCommandInteraction): Ask {
  const subcommand = options.getSubcommand(false);
  const given = subcommand ? (options.data[0]?.options ?? []) : options.data;
  return {
    command: subcommand ? `${commandName} ${subcommand}` : commandName,
    answers: Object.fromEntries(
      given.flatMap(({ name, value, attachment }: CommandInteractionOption) => {
        const answer = attachment?.url ?? value;
        return answer === undefined ? [] : [[name, answer]];
      }),
    ),
    page: 0,
  };
}

const askOfMenu = ({ commandName, targetMessage }: MessageContextMenuCommandInteraction): Ask => ({
  command: commandName,
  answers: { links: linksOf(targetMessage).join('\n') },
  page: 0,
});
