import { randomBytes } from 'node:crypto';
import { refuse } from '../failure.ts';
import type { World } from '../world.ts';
import { Interaction, type Opening, TOKEN_LIFE } from './interaction.ts';

/** Every interaction whose token may still be good. */
export class Interactions {
  readonly #world: World;
  readonly #patience: number;
  readonly #byToken = new Map<string, Interaction>();

  /** `patience`: milliseconds the bot has for its first answer. */
  constructor(world: World, patience: number) {
    this.#world = world;
    this.#patience = patience;
  }

  open(asked: Omit<Opening, 'id' | 'token' | 'openedAt'>): Interaction {
    const now = this.#world.now();
    for (const [token, one] of this.#byToken)
      if (one.settled && now - one.asked.openedAt > TOKEN_LIFE) this.#byToken.delete(token);
    const id = this.#world.ids.next();
    const token = Buffer.from(`interaction:${id}:${randomBytes(24).toString('hex')}`).toString('base64url');
    const interaction = new Interaction({ ...asked, id, token, openedAt: now }, this.#patience);
    this.#byToken.set(token, interaction);
    return interaction;
  }

  /** The interaction a first answer is for, if it may still be given. */
  toAnswer(id: string, token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (!interaction || interaction.asked.id !== id) throw refuse.unknownInteraction();
    if (interaction.response !== undefined) throw refuse.answered();
    const late = this.#world.now() - interaction.asked.openedAt > this.#patience;
    if (interaction.expired || late) throw refuse.unknownInteraction();
    return interaction;
  }

  /** The interaction whose token serves as a webhook: answered once already, and not older than 15 minutes. */
  asWebhook(application: string, token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (application !== this.#world.bot.id) throw refuse.unknownWebhook();
    if (!interaction || this.#world.now() - interaction.asked.openedAt > TOKEN_LIFE) throw refuse.staleToken();
    if (interaction.response === undefined) throw refuse.unknownWebhook();
    return interaction;
  }

  /** Nobody will answer any more. */
  close(): void {
    for (const interaction of this.#byToken.values()) interaction.fail('The stand-in was closed');
  }
}
