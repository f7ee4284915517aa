import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector, Client } from 'undici';
import type { AddressCheck } from './address.ts';
import { Refusal } from './refusal.ts';

/** Every address a name has. */
export type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

export const resolveBySystem: Resolve = (host) => systemLookup(host, { all: true });

/** Milliseconds to connect in; the fetch as a whole has a limit of its own. */
const CONNECT_WITHIN = 10_000;
/** More than any honest server needs, and far less than a flood. */
const HEADER_BYTES = 32_768;

/** Opens the way to one origin. Whoever opens it destroys it. */
export type OpenWay = (origin: string) => Client;

/**
 * A way out to the network that connects to checked addresses only. The check is made of the very answer the connection
 * uses, so a name that answers differently the second time gains nothing; one forbidden address among several forbids
 * all. Connections are not kept: feeds are asked too seldom, and undici 6 never forgets an origin its Agent has seen.
 */
export function waysOut(check: AddressCheck, resolve: Resolve): OpenWay {
  const lookup: LookupFunction = (host, { all }, done) => {
    resolve(host).then(
      (addresses) => {
        const problem = addresses.length === 0 ? unknownHost(host) : firstProblem(host, addresses, check);
        if (problem) return done(problem, []);
        if (all) return done(null, addresses as { address: string; family: number }[]);
        done(null, addresses[0]!.address, addresses[0]!.family);
      },
      () => done(unknownHost(host), []),
    );
  };
  const connector = buildConnector({ lookup, timeout: CONNECT_WITHIN, autoSelectFamily: true });
  const options: Client.Options = {
    maxHeaderSize: HEADER_BYTES,
    // The fetch has timers of its own, over all its hops.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect(options, done) {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      // Node looks up no name for what is an address already.
      const problem = isIP(host) ? firstProblem(host, [{ address: host }], check) : undefined;
      if (problem) done(problem, null);
      else connector(options, done);
    },
  };
  return (origin) => new Client(origin, options);
}

function firstProblem(host: string, addresses: readonly { readonly address: string }[], check: AddressCheck) {
  for (const { address } of addresses) {
    const reason = check(address);
    if (reason)
      return new Refusal('address', `its address ${host === address ? host : `${address} of ${host}`} ${reason}`);
  }
  return undefined;
}

const unknownHost = (host: string) => new Refusal('connection', `no server has the name ${host}`);
