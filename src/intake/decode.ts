import { UserError } from '../base/errors.ts';

/** A file's bytes as text, which are UTF-8 with or without a byte order mark. Throws a UserError for anything else. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UserError('it is not UTF-8 text');
  }
}
