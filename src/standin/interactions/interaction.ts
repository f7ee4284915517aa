import {
  type APIApplicationCommandOptionChoice,
  type APIUser,
  InteractionResponseType as Response,
} from 'discord-api-types/v10';
import type { Answer } from '../answer.ts';
import type { ChoiceType } from '../forms/choices.ts';
import type { ShownMessage } from '../messages/shown.ts';
import { StandInRefusal } from '../refusal.ts';
import type { Channel } from '../world/records.ts';

export type Kind = 'command' | 'menu' | 'component' | 'autocomplete';

/** The person waiting for an answer. */
export interface Waiting {
  answered?(answer: Answer): void;
  offered?(choices: readonly APIApplicationCommandOptionChoice[]): void;
  failed(refusal: StandInRefusal): void;
}

export interface Opening {
  readonly id: string;
  readonly token: string;
  readonly kind: Kind;
  readonly asker: APIUser;
  readonly channel: Channel;
  readonly openedAt: number;
  /** The command's full name. */
  readonly name?: string;
  /** The type of the option a person types into. */
  readonly typing?: ChoiceType;
  /** The message whose button was pressed. */
  readonly source?: ShownMessage;
  readonly waiting: Waiting;
}

/** The three seconds a bot has for its first answer, in milliseconds. */
export const PATIENCE = 3000;
/** The fifteen minutes a token is good for, in milliseconds. */
export const TOKEN_LIFE = 15 * 60_000;

/** One question to the bot, from being asked until its token has run out. */
export class Interaction {
  readonly asked: Opening;
  /** The first answer, which fixes what may follow. */
  response?: Response;
  /** The message that `@original` means. */
  original?: string;
  readonly followups: string[] = [];
  /** Whether the person has been told to wait. */
  thinking = false;
  #settled = false;
  #timer?: NodeJS.Timeout;

  constructor(asked: Opening, patience: number) {
    this.asked = asked;
    this.#await(patience);
  }

  get expired(): boolean {
    return this.response === undefined && this.#settled;
  }

  get deferred(): boolean {
    return (
      this.response === Response.DeferredChannelMessageWithSource || this.response === Response.DeferredMessageUpdate
    );
  }

  /** Whether the answer is to a press, and in the message that was pressed. */
  get updates(): boolean {
    return this.response === Response.UpdateMessage || this.response === Response.DeferredMessageUpdate;
  }

  get settled(): boolean {
    return this.#settled;
  }

  acknowledge(response: Response): void {
    this.response = response;
    this.#await(TOKEN_LIFE);
  }

  settle(message: ShownMessage, followups: readonly ShownMessage[], updated: boolean): void {
    const { deferred } = this;
    this.#end(() =>
      this.asked.waiting.answered?.({
        message,
        private: message.ephemeralFor !== undefined,
        deferred,
        updated,
        followups,
      }),
    );
  }

  offer(choices: readonly APIApplicationCommandOptionChoice[]): void {
    this.#end(() => this.asked.waiting.offered?.(choices));
  }

  fail(said: string): void {
    this.#end(() => this.asked.waiting.failed(new StandInRefusal(said)));
  }

  #end(tell: () => void): void {
    clearTimeout(this.#timer);
    if (this.#settled) return;
    this.#settled = true;
    tell();
  }

  #await(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.fail(SILENCE[this.asked.kind]), milliseconds).unref();
  }
}

/** What the client says when the bot does not. */
const SILENCE: Readonly<Record<Kind, string>> = {
  command: 'The application did not respond',
  menu: 'The application did not respond',
  component: 'This interaction failed',
  autocomplete: 'Loading options failed',
};
