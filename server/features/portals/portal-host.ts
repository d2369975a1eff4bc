/** Where a portal is, as `location.host` writes it: small letters, a port only where it is no usual one. */
export type PortalHost = string;

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const grammar = new RegExp(
  `^(?=.{4,259}$)((?:${label}\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59}))(?::(\\d{1,5}))?$`,
);

/**
 * Reads the host of a portal that somebody wrote down; undefined where it is none. Numbers are no names: a
 * portal on the open internet has one, and an address of an inner network is nothing to be sent to.
 */
export function readPortalHost(text: string): PortalHost | undefined {
  const found = grammar.exec(text.toLowerCase());
  if (!found) return undefined;
  const [, name = '', port] = found;
  // letters of another script that are written wrongly are no name either
  if (!URL.canParse(`https://${name}`)) return undefined;
  if (port === undefined || port === '443' || port === '80') return name;
  const number = Number(port);
  return number >= 1 && number <= 65_535 ? `${name}:${number}` : undefined;
}

/** The name alone: some answers leave the port of a portal out. */
export const withoutPort = (host: PortalHost): string => host.replace(/:\d+$/, '');

/** Whether two hosts are the same portal as far as they say. */
export const sameHost = (one: PortalHost, other: PortalHost): boolean =>
  one === other ||
  (withoutPort(one) === withoutPort(other) && (!one.includes(':') || !other.includes(':')));
