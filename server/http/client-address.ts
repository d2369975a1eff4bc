import { isIP } from 'node:net';
import type { Context } from 'hono';
import { isPublicAddress } from '#server/http/probe/public-address.ts';

/**
 * Whose network a request came from, to count what it asks for: the address, of IPv6 its network of 64 bits, of which
 * one household or server has all. Undefined for an address of no public host: that is a proxy's or this machine's,
 * and says nothing of who asks.
 *
 * @param proxies so many in front of this server each add whom they were asked by to `X-Forwarded-For`
 */
export function clientNetwork(c: Context, proxies: number): string | undefined {
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim());
  const { incoming } = (c.env ?? {}) as {
    readonly incoming?: { readonly socket: { readonly remoteAddress?: string } };
  };
  const said = proxies > 0 ? forwarded.at(-proxies) : incoming?.socket.remoteAddress;
  const address = (said ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isPublicAddress(address)) return undefined;
  return isIP(address) === 6 ? networkOf(address) : address;
}

/** The first four groups of an address of IPv6. */
function networkOf(address: string): string {
  const short = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail] = short.split('::');
  const [first, last] = [head.split(':'), tail ? tail.split(':') : []];
  const left = tail === undefined ? 0 : 8 - first.length - last.length;
  const groups = [...first, ...Array.from({ length: left }, () => '0'), ...last];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
