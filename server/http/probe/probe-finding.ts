/** Why nothing was asked: the address itself is not one that this server goes to; `held`: a demo sends nothing outside. */
export const refusalReasons = [
  'malformed',
  'scheme',
  'credentials',
  'port',
  'private_address',
  'held',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/**
 * Why no answer came, or none that ends: the name is unknown, the port is closed, the connection breaks off, the
 * certificate is wrong. `chain`: it comes without the intermediate ones; `issuer`: nobody known vouches for it.
 */
export const unreachableReasons = [
  'name',
  'closed',
  'connection',
  'tls',
  'chain',
  'issuer',
  'expired',
  'other_name',
  'deadline',
  'redirects',
] as const;
export type UnreachableReason = (typeof unreachableReasons)[number];

/** What a look at an address found. `reachable` is any HTTP answer; `status` is that of the last one. */
export type ProbeFinding =
  | { readonly outcome: 'reachable'; readonly status: number }
  | { readonly outcome: 'unreachable'; readonly reason: UnreachableReason }
  | { readonly outcome: 'refused'; readonly reason: RefusalReason };

/** Looks at one address. Never throws. */
export type Probe = (url: string) => Promise<ProbeFinding>;
