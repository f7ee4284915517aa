import type { ShownMessage } from './messages/shown.ts';

/** How a slash command, a press or a choice was answered, once it is settled. */
export interface Answer {
  /** As it was when it settled: after a deferral, the edited message; where that was deleted, the first follow-up. */
  readonly message: ShownMessage;
  /** Whether only the asker sees it. */
  readonly private: boolean;
  /** Whether the bot first said that it would take a while. */
  readonly deferred: boolean;
  /** Whether a press changed the message it was on, rather than made a new one. */
  readonly updated: boolean;
  /** The follow-ups there were by then, `message` among them if it is one. Later ones are in the channel. */
  readonly followups: readonly ShownMessage[];
}
