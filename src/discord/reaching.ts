import { DiscordAPIError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import { ToldToWait, Undeliverable } from '../app/delivery/courier.ts';

/** Errors that will not go away by trying again. A locked thread is as good as lost. */
const LOST: readonly (string | number)[] = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.ThreadLocked,
];

/** Does what needs a channel. @throws Undeliverable where it or a permission is lost, ToldToWait, or what was thrown */
export async function reaching<T>(request: () => Promise<unknown>): Promise<T> {
  try {
    return (await request()) as T;
  } catch (error) {
    if (error instanceof RateLimitError) throw new ToldToWait(Math.max(error.retryAfter, error.sublimitTimeout));
    if (error instanceof DiscordAPIError && LOST.includes(error.code)) {
      throw new Undeliverable(`Discord says: ${error.message}`);
    }
    throw error;
  }
}

/** Whether Discord refused with one of these codes. */
export const refusedWith = (error: unknown, ...codes: number[]): boolean =>
  error instanceof DiscordAPIError && codes.includes(Number(error.code));
