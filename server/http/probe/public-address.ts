import { BlockList, isIP } from 'node:net';

/** Networks of IPv4 that are nobody's public host, and one public address that clouds keep for themselves. */
const closedV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Networks that organisations number by themselves. What clouds keep their secrets at is not among them. */
const innerV4: readonly (readonly [string, number])[] = [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
];

/** Inside global unicast: protocol assignments with Teredo, documentation, and 6to4, which carries an IPv4 address. */
const closedV6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const closed = new BlockList();
for (const [network, prefix] of closedV4) closed.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of closedV6) closed.addSubnet(network, prefix, 'ipv6');
const inner = new BlockList();
for (const [network, prefix] of innerV4) inner.addSubnet(network, prefix, 'ipv4');
inner.addSubnet('fc00::', 7, 'ipv6');
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/**
 * Whether an IP address may belong to a host of the public internet. Of IPv6 only global unicast is, so
 * mapped and translated IPv4 addresses, link-local, unique-local and multicast ones are not.
 *
 * @see RFC 6890 and the special-purpose address registries of IANA
 */
export function isPublicAddress(address: string): boolean {
  const family = address.includes('%') ? 0 : isIP(address);
  if (family === 4) return !closed.check(address, 'ipv4');
  return family === 6 && globalUnicast.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}

/** Whether an IP address may belong to a host of somebody's own network. */
export function isInnerAddress(address: string): boolean {
  const family = address.includes('%') ? 0 : isIP(address);
  return family !== 0 && inner.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** Whether an IP address, as a URL writes it, is this machine's own. */
export const isLoopback = (address: string): boolean =>
  isIP(address) === 4 ? loopback.check(address, 'ipv4') : address === '::1';
