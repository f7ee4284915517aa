import type { IncomingMessage, Server } from 'node:http';
import {
  GatewayCloseCodes as Close,
  GatewayIntentBits as Intent,
  GatewayDispatchEvents as On,
  GatewayOpcodes as Op,
} from 'discord-api-types/v10';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { isRecord } from '../forms/form.ts';
import type { World } from '../world.ts';
import { Session } from './session.ts';

const HEARTBEAT_INTERVAL = 41_250;
/** The intents that a bot gets only if its owner has asked Discord for them: the stand-in's has not. */
const PRIVILEGED = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;

/** Discord's gateway: greets, identifies, tells what happens, and lets a client that was cut off resume. */
export class Gateway {
  readonly #server: WebSocketServer;
  readonly #world: World;
  readonly #accepts: (token: string) => boolean;
  readonly #address: () => string;
  readonly #sessions = new Map<string, Session>();
  #up = true;

  constructor(server: Server, world: World, accepts: (token: string) => boolean, address: () => string) {
    // Bots send no Origin; a page in a browser does, and has no business here.
    this.#server = new WebSocketServer({
      server,
      verifyClient: ({ req }: { readonly req: IncomingMessage }, answer: (ok: boolean, status?: number) => void) =>
        this.#up ? answer(!req.headers.origin, 401) : answer(false, 503),
    });
    this.#world = world;
    this.#accepts = accepts;
    this.#address = address;
    this.#server.on('connection', (socket, request) => this.#greet(socket, request));
    world.dispatches.on((dispatch) => {
      for (const session of this.#sessions.values())
        if (session.wants(dispatch)) session.tell(dispatch.event, dispatch.data);
    });
  }

  /** Cuts every connection without a word, as a bad network does. The clients may resume. */
  drop(): void {
    for (const { socket } of this.#live()) socket?.terminate();
  }

  /** Asks every client to connect again and resume (opcode 7), as Discord does now and then. */
  reconnect(): void {
    for (const { socket } of this.#live()) socket?.send(JSON.stringify({ op: Op.Reconnect, d: null }));
  }

  /** Cuts every connection and forgets its session, as a restart of Discord does: clients have to identify anew. */
  forget(): void {
    this.drop();
    this.#sessions.clear();
  }

  /** Whether it takes connections. */
  get up(): boolean {
    return this.#up;
  }

  /** Cuts every connection and takes none, until it is set up again. */
  setUp(up: boolean): void {
    this.#up = up;
    if (!up) this.drop();
  }

  close(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #live(): readonly Session[] {
    return [...this.#sessions.values()].filter(({ socket }) => socket !== undefined);
  }

  #greet(socket: WebSocket, request: IncomingMessage): void {
    const { searchParams } = new URL(request.url ?? '/', 'ws://stand-in');
    if ((searchParams.get('v') ?? '10') !== '10') {
      socket.close(Close.InvalidAPIVersion, 'Invalid API version.');
      return;
    }
    let session: Session | undefined;
    socket.on('message', (data) => {
      session = this.#hear(socket, data, session);
    });
    socket.on('close', (code) => {
      session?.detach(socket);
      // A client that closes with 1000 or 1001 is done with its session; any other code leaves it open to resume.
      if (session && (code === 1000 || code === 1001)) this.#sessions.delete(session.id);
    });
    socket.on('error', () => socket.terminate());
    socket.send(JSON.stringify({ op: Op.Hello, s: null, t: null, d: { heartbeat_interval: HEARTBEAT_INTERVAL } }));
  }

  /** Returns the session this connection is for from now on. */
  #hear(socket: WebSocket, data: RawData, session: Session | undefined): Session | undefined {
    const message = parsed(String(data));
    if (!message) {
      closed(socket, Close.DecodeError, 'Error while decoding payload.');
      return session;
    }
    switch (message['op']) {
      case Op.Heartbeat:
        socket.send(JSON.stringify({ op: Op.HeartbeatAck }));
        return session;
      case Op.Identify:
        if (!session) return this.#identify(socket, message['d']);
        closed(socket, Close.AlreadyAuthenticated, 'Already authenticated.');
        return session;
      case Op.Resume:
        return this.#resume(socket, message['d']);
      case Op.PresenceUpdate:
      case Op.VoiceStateUpdate:
      case Op.RequestGuildMembers:
        return session ?? closed(socket, Close.NotAuthenticated, 'Not authenticated.');
      default:
        closed(socket, Close.UnknownOpcode, 'Unknown opcode.');
        return session;
    }
  }

  #identify(socket: WebSocket, data: unknown): Session | undefined {
    if (!isRecord(data)) return closed(socket, Close.DecodeError, 'Error while decoding payload.');
    const { token, intents, shard = [0, 1] } = data;
    if (typeof token !== 'string' || !this.#accepts(token))
      return closed(socket, Close.AuthenticationFailed, 'Authentication failed.');
    const [index, count]: unknown[] = Array.isArray(shard) ? shard : [];
    if (typeof index !== 'number' || typeof count !== 'number' || index < 0 || index >= count)
      return closed(socket, Close.InvalidShard, 'Invalid shard.');
    if (typeof intents !== 'number' || intents < 0) return closed(socket, Close.InvalidIntents, 'Invalid intent(s).');
    if (intents & PRIVILEGED) return closed(socket, Close.DisallowedIntents, 'Disallowed intent(s).');
    this.#replace(token, index, count);
    const session = new Session(this.#world.ids.next(), token, intents, [index, count], socket);
    this.#sessions.set(session.id, session);
    this.#welcome(session);
    return session;
  }

  /** A client that identifies anew has given up the session it was cut off from. */
  #replace(token: string, index: number, count: number): void {
    for (const { id, token: its, shard, socket } of this.#sessions.values())
      if (its === token && shard[0] === index && shard[1] === count && !socket) this.#sessions.delete(id);
  }

  /** READY lists no guild: discord.js would hold its own `ready` back until each one listed has come. */
  #welcome(session: Session): void {
    const { bot, guilds } = this.#world;
    session.tell(On.Ready, {
      v: 10,
      user: { ...bot, verified: true, mfa_enabled: true, email: null, flags: 0 },
      guilds: [],
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: this.#address(),
      shard: session.shard,
      application: { id: bot.id, flags: 0 },
    });
    for (const guild of guilds.filter(({ joined }) => joined)) {
      const member = this.#world.member(guild, bot.id);
      const dispatch = member && this.#world.guildCreate(guild, member);
      if (dispatch && session.wants(dispatch)) session.tell(dispatch.event, dispatch.data);
    }
  }

  #resume(socket: WebSocket, data: unknown): Session | undefined {
    const { token, session_id, seq } = isRecord(data) ? data : {};
    if (typeof token !== 'string' || !this.#accepts(token))
      return closed(socket, Close.AuthenticationFailed, 'Authentication failed.');
    const session = typeof session_id === 'string' ? this.#sessions.get(session_id) : undefined;
    if (!session || typeof seq !== 'number' || !session.canReplayAfter(seq)) {
      socket.send(JSON.stringify({ op: Op.InvalidSession, d: false }));
      return undefined;
    }
    session.resume(socket, seq);
    session.tell(On.Resumed, {});
    return session;
  }
}

function closed(socket: WebSocket, code: Close, reason: string): undefined {
  socket.close(code, reason);
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const message: unknown = JSON.parse(text);
    return isRecord(message) ? message : undefined;
  } catch {
    return undefined;
  }
}
