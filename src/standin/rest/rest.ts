import type { IncomingMessage, ServerResponse } from 'node:http';
import { Failure, refuse } from '../failure.ts';
import type { Trouble } from '../trouble.ts';
import { readBody } from './body.ts';
import type { RateLimits, Ticket } from './rate-limits.ts';
import type { Reply, Route } from './route.ts';

/** A request the bot has made, for tests to look at. */
export interface RecordedRequest {
  readonly method: string;
  /** The route, such as `/channels/:channel/messages`; where the stand-in has none, the path that was asked for. */
  readonly route: string;
  readonly path: string;
  readonly status: number;
  /** Whether the stand-in has such a route. */
  readonly known: boolean;
}

interface Match {
  readonly route: Route;
  readonly parts: ReadonlyMap<string, string>;
}

const RECORDED = 1000;
const PREFIX = '/api/v10';
const DOWN: Reply = { status: 503, body: { message: '503: Service Unavailable', code: 0 } };

/** Answers the bot's requests by a table of routes. */
export class Rest {
  readonly requests: RecordedRequest[] = [];
  readonly #routes: readonly Route[];
  readonly #limits: RateLimits;
  readonly #trouble: Trouble;
  readonly #accepts: (authorization: string) => boolean;

  /** `accepts` judges the Authorization header. */
  constructor(
    routes: readonly Route[],
    limits: RateLimits,
    trouble: Trouble,
    accepts: (authorization: string) => boolean,
  ) {
    this.#routes = routes;
    this.#limits = limits;
    this.#trouble = trouble;
    this.#accepts = accepts;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '/' } = request;
    const { pathname, searchParams } = new URL(url, 'http://stand-in');
    const path = pathname.startsWith(PREFIX) ? pathname.slice(PREFIX.length) : pathname;
    const match = pathname.startsWith(PREFIX) ? this.#match(method, path) : undefined;
    const route = match?.route.path ?? path;
    const fate = match ? await this.#trouble.fate({ method, route }) : 'answered';
    const ticket: Ticket = match && fate !== 'refused' ? this.#limits.take(match.route, match.parts) : { headers: {} };
    const reply =
      ticket.refusal ?? (fate === 'refused' ? DOWN : await this.#reply(request, searchParams, match).catch(replyTo));
    this.requests.push({ method, route, path, status: reply.status, known: match !== undefined });
    if (this.requests.length > RECORDED) this.requests.shift();
    if (fate === 'lost') response.destroy();
    else send(response, reply, ticket.headers);
  }

  async #reply(request: IncomingMessage, query: URLSearchParams, match: Match | undefined): Promise<Reply> {
    if (!match) throw refuse.noRoute();
    if (!match.route.open && !this.#accepts(request.headers.authorization ?? '')) throw refuse.unauthorized();
    const { json, files } = await readBody(request);
    return match.route.answer({ part: (name) => match.parts.get(name) ?? '', query, body: json, files });
  }

  #match(method: string, path: string): Match | undefined {
    for (const route of this.#routes) {
      const parts = route.method === method ? partsOf(route.path, path) : undefined;
      if (parts) return { route, parts };
    }
    return undefined;
  }
}

/** The named parts of a path, if it is of this shape. The client sends `@original` as `%40original`. */
function partsOf(shape: string, path: string): ReadonlyMap<string, string> | undefined {
  const [wanted, given] = [shape.split('/'), path.split('/').map(decoded)];
  if (wanted.length !== given.length) return undefined;
  const pairs = wanted.map((part, index) => [part, given[index] ?? ''] as const);
  if (pairs.some(([part, value]) => (part.startsWith(':') ? value === '' : part !== value))) return undefined;
  return new Map(pairs.filter(([part]) => part.startsWith(':')).map(([part, value]) => [part.slice(1), value]));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function replyTo(thrown: unknown): Reply {
  // The bot has gone in the middle of its request: nobody reads the answer.
  if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ECONNRESET') return { status: 400 };
  if (thrown instanceof Failure) return { status: thrown.status, body: thrown.body };
  // A fault of the stand-in itself: let it be seen where it happened, not as a Discord that is down.
  console.error(thrown);
  return { status: 500, body: { message: '500: Internal Server Error', code: 0 } };
}

/** discord.js parses whatever is labelled JSON, so an answer without a body must not be. */
function send(response: ServerResponse, { status, body }: Reply, headers: Readonly<Record<string, string>>): void {
  if (body === undefined) response.writeHead(status, headers).end();
  else response.writeHead(status, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(body));
}
