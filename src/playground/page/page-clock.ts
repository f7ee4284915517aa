/** By how much the playground's clock is ahead of this machine's, in milliseconds. */
let ahead = 0;

/** The time that messages are dated by, as the server last told it. */
export function now(): Date {
  return new Date(Date.now() + ahead);
}

export function setNow(instant: Date): void {
  ahead = instant.getTime() - Date.now();
}
