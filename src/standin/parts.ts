import type { Registry } from './commands/registry.ts';
import type { Interactions } from './interactions/interactions.ts';
import type { Messages } from './messages/messages.ts';
import type { Uploads } from './messages/uploads.ts';
import type { World } from './world.ts';

/** What a person at the keyboard works with. */
export interface Parts {
  readonly world: World;
  readonly messages: Messages;
  readonly uploads: Uploads;
  readonly registry: Registry;
  readonly interactions: Interactions;
}
