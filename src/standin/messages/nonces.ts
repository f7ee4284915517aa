/** Discord remembers enforced nonces for "the past few minutes"; here that is five. */
const REMEMBERED = 5 * 60_000;

/** The nonces of the last few minutes, each with the message it made. */
export class Nonces {
  readonly #made = new Map<string, { readonly message: string; readonly at: number }>();

  remember(channel: string, nonce: string | number, message: string, now: number): void {
    for (const [key, { at }] of this.#made) if (now - at > REMEMBERED) this.#made.delete(key);
    this.#made.set(`${channel} ${nonce}`, { message, at: now });
  }

  /** The id of the message that this nonce has made there lately. */
  madeBy(channel: string, nonce: string | number, now: number): string | undefined {
    const made = this.#made.get(`${channel} ${nonce}`);
    return made && now - made.at <= REMEMBERED ? made.message : undefined;
  }
}
