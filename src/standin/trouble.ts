/** A request of the bot's, before it is answered. */
export interface Asked {
  readonly method: string;
  /** The route, such as `/channels/:channel/messages`. */
  readonly route: string;
}

/**
 * What becomes of a request: it is answered; it is refused with 503 and nothing is done; or it is done, and the
 * connection breaks before the answer.
 */
export type Fate = 'answered' | 'refused' | 'lost';

/** What may befall Discord. As long as nobody sets anything, nothing does. */
export class Trouble {
  /** Decides about every request whose route is known. */
  fate: (asked: Asked) => Fate | Promise<Fate> = () => 'answered';
}
