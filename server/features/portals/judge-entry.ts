import { fail, succeed, type Result } from '#shared/result.ts';
import type { EntryForm } from '#server/features/portals/entry-form.ts';
import type { TokenFacts } from '#server/features/portals/oauth-app-info.ts';
import { readPortalHost, sameHost, type PortalHost } from '#server/features/portals/portal-host.ts';

/** Which person of which portal speaks: proven by the OAuth server. */
export interface PortalIdentity {
  readonly memberId: string;
  readonly userId: number;
  readonly domain: PortalHost;
  /** Of the portal's own pages. */
  readonly origin: string;
  /** Where the portal's REST API answers, with `/rest/` at its end; undefined where it must not be called. */
  readonly restUrl: string | undefined;
  /** Whether the app counts as installed there. */
  readonly installed: boolean;
  readonly version: string;
  readonly status: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Date;
}

/** Why a token proves nothing here. */
export type EntryRefusal =
  | 'other_app'
  | 'other_portal'
  | 'not_installed'
  | 'expired'
  | 'other_domain';

/** What a form and an answer are held against. */
export interface Judgement {
  readonly clientId: string;
  /** Names under which this portal was proven before, the latest first. */
  readonly formerDomains: readonly PortalHost[];
  /** Epoch milliseconds. */
  readonly now: number;
  /** `install` is opened before the app counts as installed. */
  readonly page: 'app' | 'install';
  /** Whether a portal without TLS may be called: a demo's on this machine. */
  readonly withoutTls: boolean;
}

/**
 * Holds what was posted against what the OAuth server says of the token. A portal that was renamed may post a
 * name that it had before; the server's name counts, and a name that this portal never had is not believed.
 */
export function judgeEntry(
  form: Pick<EntryForm, 'memberId' | 'domain'>,
  facts: TokenFacts,
  { clientId, formerDomains, now, page, withoutTls }: Judgement,
): Result<PortalIdentity, EntryRefusal> {
  if (facts.clientId !== clientId) return fail('other_app');
  if (facts.memberId !== form.memberId) return fail('other_portal');
  if (facts.expiresAt.getTime() <= now) return fail('expired');
  if (![facts.domain, ...formerDomains].some((domain) => sameHost(domain, form.domain)))
    return fail('other_domain');
  if (!facts.installed && page === 'app') return fail('not_installed');
  const { memberId, userId, installed, version, status, scopes, expiresAt } = facts;
  const domain = domainOf(facts, formerDomains[0] ?? form.domain);
  const shown = sameHost(facts.domain, form.domain) ? withPort(form.domain, domain) : domain;
  return succeed({
    memberId,
    userId,
    domain,
    origin: `${new URL(facts.clientEndpoint).protocol}//${shown}`,
    restUrl: restUrlOf(facts, domain, withoutTls),
    installed,
    version,
    status,
    scopes,
    expiresAt,
  });
}

/**
 * The portal's host with its port. The server may leave the port out: then the one that it had before counts, and
 * when it is first seen the posted one. Otherwise anybody there could lead the server to another port of the host.
 */
const domainOf = ({ domain, clientEndpoint }: TokenFacts, believed: PortalHost): PortalHost =>
  [readPortalHost(new URL(clientEndpoint).host) ?? domain, believed]
    .filter((host) => sameHost(domain, host))
    .reduce(withPort, domain);

/** The first of two hosts of the same portal; the second where only that names a port. */
const withPort = (one: PortalHost, other: PortalHost): PortalHost =>
  one.includes(':') ? one : other;

/** The portal's own address for REST, where it is one of that very portal. */
function restUrlOf(
  { clientEndpoint }: TokenFacts,
  domain: PortalHost,
  withoutTls: boolean,
): string | undefined {
  const url = new URL(clientEndpoint);
  const host = readPortalHost(url.host);
  const itsOwn = host !== undefined && sameHost(host, domain);
  const plain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  const sealed = url.protocol === 'https:' || (withoutTls && url.protocol === 'http:');
  return itsOwn && plain && sealed && url.pathname.endsWith('/rest/')
    ? `${url.protocol}//${domain}${url.pathname}`
    : undefined;
}
