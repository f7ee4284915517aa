import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const ANY_ADDRESS = ['0.0.0.0', '::'];

/**
 * Refuses what another site's page sends. A name that such a site rebinds to 127.0.0.1 shows in Host; a request from
 * its own address shows in Origin. The port in Host is not compared: it can name no other site, and behind a forwarded
 * port it is not the one listened on.
 */
export function guard(hosts: readonly string[]): MiddlewareHandler {
  const known = new Set([...LOOPBACK, ...hosts.map(bracketed)]);
  const everywhere = hosts.some((host) => ANY_ADDRESS.includes(host));

  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    const name = host.toLowerCase().replace(/:\d+$/, '');
    // Listening on all addresses, any of them is ours; a name could be anybody's.
    const ours = known.has(name) || (everywhere && isIP(name.replace(/^\[|\]$/g, '')) !== 0);
    if (!ours) return context.json({ error: 'This host name is not served here.' }, 403);

    const origin = context.req.header('origin');
    if (origin !== undefined && hostOf(origin) !== host.toLowerCase()) {
      return context.json({ error: 'Requests from other sites are refused.' }, 403);
    }
    return next();
  };
}

/** A form on another site can send text and forms unasked, but not JSON. */
export const onlyJson: MiddlewareHandler = async (context, next) => {
  const type = context.req.header('content-type') ?? '';
  if (context.req.method === 'POST' && !/^application\/json(;|$)/i.test(type)) {
    return context.json({ error: 'Send application/json.' }, 415);
  }
  return next();
};

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host.toLowerCase());

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
