import { randomUUID } from 'node:crypto';
import type { OpenNewsroom, Pinned } from '../app/newsroom/newsroom.ts';
import { UserError } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import type { Asker } from '../model/asker.ts';
import type { Ask, View } from '../model/view.ts';
import { type Attachment, type Card, notice } from '../render/card.ts';
import { clip } from '../render/limits.ts';
import { drawMessage, type Message } from '../render/message.ts';
import { actionAt, type Command } from './command.ts';
import { answersTo } from './options.ts';

/** What the dispatcher needs to answer anybody. */
export interface Answering {
  readonly commands: readonly Command[];
  readonly openNewsroom: OpenNewsroom;
  readonly views: Views;
  readonly log: Log;
}

/** Where the buttons of replies are kept. */
export interface Views {
  keep(view: View): Promise<void>;
  find(id: string): Promise<View | undefined>;
}

/** An answer, drawn, with who may see it. */
export interface Answer {
  readonly components: Message['components'];
  readonly attachment?: Attachment;
  readonly private: boolean;
  /** Whether it says what went wrong. */
  readonly error: boolean;
}

/** Runs what is asked and draws it. Never rejects: what goes wrong is part of the answer. */
export async function answer(answering: Answering, ask: Ask, asker: Asker, pinned: Pinned): Promise<Answer> {
  try {
    const action = actionAt(answering.commands, ask.command);
    if (!action) throw new UserError(`/${ask.command} is not a command any more. Type / to see those there are.`);
    const newsroom = answering.openNewsroom(asker, pinned);
    const reply = await action.run(answersTo(action.options, ask.answers), newsroom);
    const components = await draw(answering, reply.card, ask, asker, pinned);
    const { attachment } = reply.card;
    return {
      components,
      ...(attachment && { attachment }),
      private: action.private || reply.private || false,
      error: false,
    };
  } catch (error) {
    return refusal(error, ask, answering.log);
  }
}

async function draw(
  { views }: Answering,
  card: Card,
  ask: Ask,
  asker: Asker,
  pinned: Pinned,
): Promise<Message['components']> {
  const id = randomUUID().replaceAll('-', '').slice(0, 20);
  const { components, asks } = drawMessage(card, ask, id);
  if (asks.length > 0) await views.keep({ id, asker: asker.member, askedAt: pinned.askedAt.toISOString(), asks });
  return components;
}

/** What was typed may be quoted back, and may be thousands of characters long. */
const LONGEST_REFUSAL = 1_000;

/** A problem the asker can mend is shown as it is; of any other only the reference by which it is found in the log. */
export function refusal(error: unknown, ask: Pick<Ask, 'command'>, log: Log): Answer {
  const shown = (text: string): Answer => ({
    components: drawMessage(notice([text]), { command: ask.command, answers: {}, page: 0 }, 'none').components,
    private: true,
    error: true,
  });
  if (error instanceof UserError) return shown(clip(error.message, LONGEST_REFUSAL));
  const reference = randomUUID().slice(0, 8);
  log.error('a command failed', { command: ask.command, reference, error });
  return shown(
    `Something went wrong on our side. If it happens again, tell whoever runs this bot the reference ${reference}.`,
  );
}
