import ipaddr from 'ipaddr.js';

/** Says why an IP address is not connected to; undefined for one that may be. */
export type AddressCheck = (address: string) => string | undefined;

/** Whom these reach is this machine, or one beside it that nobody outside can reach. */
const PRIVATE: Readonly<Record<string, string>> = {
  loopback: 'this machine itself',
  private: 'a private network',
  carrierGradeNat: "a provider's inner network",
  uniqueLocal: 'a private network',
};

/** 2000::/3 is all of IPv6 that is given out. `::7f00:1` is 127.0.0.1 to some systems, and plain unicast to ipaddr.js 2. */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3');
/** The only prefix of NAT64 that leads to the public internet; the others are a network's own. */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/** Public addresses only, also where an IPv6 address means an IPv4 one. */
export const publicOnly: AddressCheck = (address) => reason(address, false);

/** Public and private ones: still no link-local address, where clouds keep their machines' secrets, and no multicast. */
export const alsoPrivate: AddressCheck = (address) => reason(address, true);

function reason(address: string, privateToo: boolean): string | undefined {
  if (!ipaddr.isValid(address)) return 'is no address';
  const meant = meantBy(ipaddr.parse(address));
  const range = meant.range();
  const known = PRIVATE[range];
  if (known) return privateToo ? undefined : `leads to ${known}`;
  if (range === 'unicast' && (meant.kind() === 'ipv4' || (meant as ipaddr.IPv6).match(GIVEN_OUT))) return undefined;
  return range === 'linkLocal' ? 'leads to the link itself, not to the internet' : 'is no public address';
}

/** The IPv4 address inside an IPv6 one, where that is how it is reached. */
function meantBy(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (address instanceof ipaddr.IPv4) return address;
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  if (address.match(NAT64)) return new ipaddr.IPv4(address.toByteArray().slice(12));
  return address;
}
