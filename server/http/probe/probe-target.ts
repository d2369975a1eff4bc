import { isIP } from 'node:net';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { RefusalReason } from '#server/http/probe/probe-finding.ts';
import { isLoopback, isPublicAddress } from '#server/http/probe/public-address.ts';

/** An address in the parts that a connection needs. */
export interface ProbeTarget {
  readonly url: URL;
  readonly secure: boolean;
  /** Name or bare IP address, without brackets and final dot. */
  readonly host: string;
  readonly port: number;
  /** It is written as this machine's own. */
  readonly loopback: boolean;
  /** Whoever runs the server allows it, though it is in a private network. */
  readonly inner: boolean;
}

const longest = 2000;
const innerName = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|corp|home)$/;

/**
 * Reads an address that somebody wrote down. Only http and https on allowed ports, without a user name,
 * at a host with a public address or kind of name; where a name leads is for the resolver to say.
 *
 * @param tryLoopback this machine itself is allowed too, at any port, where it is named openly
 * @param innerHosts these are allowed too, each with its port where that is not the usual one
 */
export function readTarget(
  address: string,
  ports: readonly number[],
  tryLoopback = false,
  innerHosts: readonly string[] = [],
): Result<ProbeTarget, RefusalReason> {
  if (address.length > longest || !URL.canParse(address)) return fail('malformed');
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return fail('scheme');
  if (url.username || url.password) return fail('credentials');
  const secure = url.protocol === 'https:';
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const loopback = host === 'localhost' || isLoopback(host);
  const inner = innerHosts.includes(url.host);
  const target = { url, secure, host, port, loopback, inner };
  if (loopback && tryLoopback) return succeed(target);
  if (!ports.includes(port)) return fail('port');
  const hidden = isIP(host) ? !isPublicAddress(host) : !host.includes('.') || innerName.test(host);
  return hidden && !inner ? fail('private_address') : succeed(target);
}
