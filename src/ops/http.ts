import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { messageOf, UserError } from '../base/errors.ts';

export interface HttpAddress {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
}

export interface HttpParts {
  /** Whether the bot is connected and its commands are registered. */
  readonly ready: () => boolean;
  /** Further pages, such as the playground's. */
  readonly routes?: Hono;
}

export interface OpenHttp {
  /** Where it listens, as a browser writes it: `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Ends every connection, open event streams too. */
  close(): Promise<void>;
}

/** Opens the small HTTP server. Rejects with a UserError that names LEDE_HTTP when the address cannot be had. */
export async function openHttp(address: HttpAddress, parts: HttpParts): Promise<OpenHttp> {
  const server = createServer(getRequestListener(routesOf(parts).fetch, { overrideGlobalObjects: false }));
  server.listen(address.port, address.host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new UserError(whyNot(address, error));
  }
  const taken = server.address();
  const port = typeof taken === 'object' && taken ? taken.port : address.port;

  return {
    url: `http://${written({ host: address.host, port })}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      // An event stream never ends by itself, and would hold the process open.
      server.closeAllConnections();
      await closed;
    },
  };
}

function routesOf({ ready, routes }: HttpParts): Hono {
  const all = new Hono();
  all.get('/healthz', (context) => context.text('ok\n'));
  all.get('/readyz', (context) => (ready() ? context.text('ready\n') : context.text('not ready yet\n', 503)));
  if (routes) all.route('/', routes);
  return all;
}

/** An address with its port; an IPv6 one stands in brackets. */
function written({ host, port }: HttpAddress): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

function whyNot(address: HttpAddress, error: unknown): string {
  const where = `LEDE_HTTP: ${written(address)}`;
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `${where} is in use by another program. Stop it, or choose another port; port 0 picks a free one.`;
    case 'EACCES':
      return `${where} needs rights this process does not have. Choose a port above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${where} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of its addresses.`;
    default:
      return `${where} cannot be opened (${messageOf(error)}).`;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
