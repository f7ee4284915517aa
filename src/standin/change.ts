import type { ShownMessage } from './messages/shown.ts';

/** Something a person at the screen would see happen. A message with `ephemeralFor` is that person's alone to see. */
export type Change =
  | { readonly kind: 'created' | 'edited' | 'deleted'; readonly channel: string; readonly message: ShownMessage }
  /** The bot has (in `guild`, or everywhere) other commands now. */
  | { readonly kind: 'commands'; readonly guild?: string }
  /** `user` waits in `channel` for the bot, which has said that it will take a while. */
  | { readonly kind: 'thinking'; readonly channel: string; readonly user: string; readonly begun: boolean }
  /** The bot types. */
  | { readonly kind: 'typing'; readonly channel: string }
  /** Guilds, channels, roles or members are others now. */
  | { readonly kind: 'world' };
