/**
 * A problem the person asking can mend. It is shown to them word for word, so it says what to do next.
 * Whatever else is thrown is our fault: it is logged, and only a reference to the log is shown.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** The message of whatever was thrown; JavaScript can throw more than an Error. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
