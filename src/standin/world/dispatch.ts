import type { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';

/** An event on its way to the bot. */
export interface Dispatch {
  readonly event: GatewayDispatchEvents;
  readonly data: object;
  /** Decides the shard; none goes to shard 0, as direct messages do. */
  readonly guild?: string;
  /** The intent without which Discord keeps it back; none for what every bot gets. */
  readonly intent?: GatewayIntentBits;
}
