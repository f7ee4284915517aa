import { type GatewayDispatchEvents, type GatewayIntentBits, GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { shardOf } from '../snowflake.ts';
import type { Dispatch } from '../world/dispatch.ts';

/** How many events are kept for a client that comes back. */
const KEPT = 1000;

interface Sent {
  readonly s: number;
  readonly t: GatewayDispatchEvents;
  readonly d: object;
}

/** What a client is told between its identify and its end, over one connection or, by resuming, several. */
export class Session {
  readonly id: string;
  readonly token: string;
  readonly shard: readonly [index: number, count: number];
  readonly #intents: number;
  readonly #sent: Sent[] = [];
  #sequence = 0;
  #socket: WebSocket | undefined;

  constructor(id: string, token: string, intents: number, shard: readonly [number, number], socket: WebSocket) {
    this.id = id;
    this.token = token;
    this.shard = shard;
    this.#intents = intents;
    this.#socket = socket;
  }

  get socket(): WebSocket | undefined {
    return this.#socket;
  }

  /** Whether the session's shard and intents let this event through. */
  wants({ guild, intent }: Dispatch): boolean {
    const [index, count] = this.shard;
    const home = guild === undefined ? 0 : shardOf(guild, count);
    return index === home && (intent === undefined || this.has(intent));
  }

  has(intent: GatewayIntentBits): boolean {
    return (this.#intents & intent) !== 0;
  }

  /** Sends an event, or keeps it for the client's return. */
  tell(event: GatewayDispatchEvents, data: object): void {
    this.#sequence += 1;
    this.#sent.push({ s: this.#sequence, t: event, d: data });
    if (this.#sent.length > KEPT) this.#sent.shift();
    this.#send({ s: this.#sequence, t: event, d: data });
  }

  /** Whether everything after that event is still there to be told again. */
  canReplayAfter(sequence: number): boolean {
    const oldest = this.#sent[0]?.s ?? this.#sequence + 1;
    return sequence <= this.#sequence && sequence >= oldest - 1;
  }

  resume(socket: WebSocket, sequence: number): void {
    this.#socket = socket;
    for (const sent of this.#sent.filter(({ s }) => s > sequence)) this.#send(sent);
  }

  /** The connection is gone; the session is not. */
  detach(socket: WebSocket): void {
    if (this.#socket === socket) this.#socket = undefined;
  }

  #send(sent: Sent): void {
    this.#socket?.send(JSON.stringify({ op: Op.Dispatch, ...sent }));
  }
}
