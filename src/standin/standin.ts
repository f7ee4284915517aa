import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Change } from './change.ts';
import { Registry } from './commands/registry.ts';
import { Gateway } from './gateway/gateway.ts';
import { PATIENCE } from './interactions/interaction.ts';
import { Interactions } from './interactions/interactions.ts';
import { Replies } from './interactions/replies.ts';
import { Messages } from './messages/messages.ts';
import { isShownTo, type ShownMessage } from './messages/shown.ts';
import { type File, Uploads } from './messages/uploads.ts';
import { Person } from './person.ts';
import { DISCORD, type RateLimitPlan, RateLimits } from './rest/rate-limits.ts';
import { type RecordedRequest, Rest } from './rest/rest.ts';
import { botRoutes } from './rest/routes/bot.ts';
import { channelRoutes } from './rest/routes/channels.ts';
import { commandRoutes } from './rest/routes/commands.ts';
import { guildRoutes } from './rest/routes/guilds.ts';
import { interactionRoutes } from './rest/routes/interactions.ts';
import { messageRoutes } from './rest/routes/messages.ts';
import { type Exchange, watched } from './rest/watched.ts';
import { Signal } from './signal.ts';
import { Trouble } from './trouble.ts';
import type { WorldPlan } from './world/plan.ts';
import { World } from './world.ts';

export interface StandInOptions {
  /** 0, the default, picks a free one. */
  readonly port?: number;
  /** Milliseconds since 1970: the clock of ids, timestamps and expiry. The machine's, if left out. */
  readonly now?: () => number;
  /** What there is to begin with; "The Harbour" if left out. */
  readonly world?: WorldPlan;
  /** Discord's limits (the default), others, or none. */
  readonly rateLimits?: 'discord' | 'off' | Partial<RateLimitPlan>;
  /** The bot tokens that are good; if left out, any. */
  readonly tokens?: readonly string[];
  /** Milliseconds a bot has for its first answer: 3000, as on Discord, if left out. */
  readonly patience?: number;
  /** How many shards /gateway/bot recommends. */
  readonly shards?: number;
  /** Is told every request that has a route, and its answer. */
  readonly watch?: (exchange: Exchange) => void;
}

/** Discord on this machine: enough of its REST and gateway for the real discord.js client, and as strict. */
export class StandIn {
  readonly world: World;
  readonly gateway: Gateway;
  readonly trouble = new Trouble();
  readonly #server: Server;
  readonly #rest: Rest;
  readonly #messages: Messages;
  readonly #uploads: Uploads;
  readonly #registry: Registry;
  readonly #interactions: Interactions;
  readonly #changes = new Signal<Change>();

  private constructor(server: Server, options: StandInOptions) {
    const { now = Date.now, world, tokens, patience = PATIENCE, shards = 1, watch } = options;
    this.#server = server;
    this.world = new World(now, world);
    this.#uploads = new Uploads(this.world.ids, () => this.#address('http'));
    this.#messages = new Messages(this.world, this.#uploads, this.#changes);
    this.#registry = new Registry(this.world, this.#changes);
    this.#interactions = new Interactions(this.world, patience);
    const replies = new Replies(this.world, this.#messages, this.#changes);
    const accepts = (token: string) => token !== '' && (tokens?.includes(token) ?? true);
    const gatewayAddress = () => this.#address('ws');
    this.gateway = new Gateway(server, this.world, accepts, gatewayAddress);
    const routes = [
      ...botRoutes(this.world, gatewayAddress, shards),
      ...guildRoutes(this.world),
      ...channelRoutes(this.world, this.#messages, this.#changes),
      ...messageRoutes(this.world, this.#messages),
      ...commandRoutes(this.world, this.#registry),
      ...interactionRoutes(this.#interactions, replies),
    ];
    const limits = new RateLimits(planOf(options.rateLimits ?? 'discord'));
    this.#rest = new Rest(
      watch ? routes.map((route) => watched(route, watch)) : routes,
      limits,
      this.trouble,
      (header) => header.startsWith('Bot ') && accepts(header.slice('Bot '.length)),
    );
    server.on('request', (request, response) => {
      this.#answer(request, response).catch(() => response.writeHead(400).end());
    });
    this.world.dispatches.on(({ event }) => {
      if (!/^(MESSAGE|INTERACTION)_/.test(event)) this.#changes.tell({ kind: 'world' });
    });
  }

  static async start(options: StandInOptions = {}): Promise<StandIn> {
    const server = createServer();
    const standIn = new StandIn(server, options);
    server.listen(options.port ?? 0, '127.0.0.1');
    await once(server, 'listening');
    return standIn;
  }

  /** What goes into DISCORD_API_URL. */
  get api(): string {
    return `${this.#address('http')}/api`;
  }

  /** What the bot has asked for, the last thousand requests. */
  get requests(): readonly RecordedRequest[] {
    return this.#rest.requests;
  }

  /** The commands registered for everywhere, or with a guild (id or name) those of that guild alone. */
  commands(guild?: string): readonly APIApplicationCommand[] {
    return this.#registry.list(guild === undefined ? undefined : (this.world.guild(guild)?.id ?? guild));
  }

  /** Someone by name or id; if left out, the owner of the first guild. */
  person(name = this.world.guild()?.ownerId ?? ''): Person {
    const user = this.world.user(name);
    if (!user) throw new Error(`Nobody in the stand-in's world is called “${name}”.`);
    return new Person(user, {
      world: this.world,
      messages: this.#messages,
      uploads: this.#uploads,
      registry: this.#registry,
      interactions: this.#interactions,
    });
  }

  /** A channel's messages, oldest first, as a viewer (name or id) sees them: private answers are the asker's alone. */
  messages(channel: string, viewer?: string): readonly ShownMessage[] {
    const id = this.world.channel(channel)?.id ?? channel;
    const user = viewer === undefined ? undefined : (this.world.user(viewer)?.id ?? viewer);
    return this.#messages.all(id).filter((message) => isShownTo(message, user));
  }

  /** A file somebody has sent, by the path of its address. */
  file(path: string): Readonly<File> | undefined {
    return this.#uploads.at(path);
  }

  /** Tells what happens from now on; returns what ends the telling. */
  on(_event: 'change', listener: (change: Change) => void): () => void {
    return this.#changes.on(listener);
  }

  async close(): Promise<void> {
    this.#interactions.close();
    this.gateway.close();
    this.#server.closeAllConnections();
    if (!this.#server.listening) return;
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const file = this.file(new URL(request.url ?? '/', 'http://stand-in').pathname);
    if (!file) return this.#rest.answer(request, response);
    const headers = {
      'content-type': file.type,
      'x-content-type-options': 'nosniff',
      'content-security-policy': 'sandbox',
    };
    response.writeHead(200, headers).end(file.bytes);
  }

  #address(scheme: 'http' | 'ws'): string {
    const address = this.#server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    return `${scheme}://127.0.0.1:${port ?? 0}`;
  }
}

function planOf(choice: NonNullable<StandInOptions['rateLimits']>): RateLimitPlan | undefined {
  if (choice === 'off') return undefined;
  return choice === 'discord' ? DISCORD : { ...DISCORD, ...choice };
}
