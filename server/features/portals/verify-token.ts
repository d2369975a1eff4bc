import { fail, succeed, type Result } from '#shared/result.ts';
import {
  otherSide,
  type OAuthHosts,
  type OAuthSide,
} from '#server/features/portals/oauth-hosts.ts';
import { readTokenAnswer, type TokenFacts } from '#server/features/portals/oauth-app-info.ts';
import { isPassing } from '#server/features/portals/refused-as.ts';
import type { PortalHttp } from '#server/features/portals/portal-http.ts';

/** What an OAuth server said, and which of the two. */
export interface KnownToken {
  readonly facts: TokenFacts;
  readonly side: OAuthSide;
}

/** `unavailable`: nobody could say; otherwise the server's own code of refusal. */
export type TokenRefusal =
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'refused'; readonly code: string };

const deadlineMs = 5000;
/** What a server says of a token that is the other one's. */
const unknownThere = new Set(['invalid_token', 'NO_AUTH_FOUND', 'not_found']);

/**
 * Asks the OAuth servers whose an access token is: the likely one first, the other only where the token is
 * unknown there.
 */
export async function verifyToken(
  http: PortalHttp,
  hosts: OAuthHosts,
  accessToken: string,
  likely: OAuthSide,
): Promise<Result<KnownToken, TokenRefusal>> {
  const first = await askSide(http, hosts, accessToken, likely);
  if (first.ok || first.failure.kind === 'unavailable') return first;
  if (!unknownThere.has(first.failure.code)) return first;
  const second = await askSide(http, hosts, accessToken, otherSide(likely));
  // what the one does not know the other may: while it cannot say, nobody can
  return second.ok || second.failure.kind === 'unavailable' ? second : first;
}

async function askSide(
  http: PortalHttp,
  hosts: OAuthHosts,
  accessToken: string,
  side: OAuthSide,
): Promise<Result<KnownToken, TokenRefusal>> {
  const url = `${hosts[side]}/rest/app.info?auth=${encodeURIComponent(accessToken)}`;
  const reply = await http({ url, deadlineMs });
  if (reply.kind === 'none' || reply.status >= 500) return fail({ kind: 'unavailable' });
  if (reply.status === 404) return fail({ kind: 'refused', code: 'not_found' });
  const answer = readTokenAnswer(reply.body);
  if (answer.kind === 'known') return succeed({ facts: answer.facts, side });
  if (answer.kind === 'refused')
    return fail(isPassing(answer.code) ? { kind: 'unavailable' } : answer);
  // a page of a server under repair says nothing; an answer without a fact says that it cannot be proven
  return fail(
    reply.body === undefined ? { kind: 'unavailable' } : { kind: 'refused', code: 'incomplete' },
  );
}
