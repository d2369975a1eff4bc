import type { PortalSession, PortalStart } from '#shared/wire/portal.ts';

interface BearerDeps {
  /** A fresh access token of the portal; undefined where there is none. */
  readonly freshToken: () => Promise<string | undefined>;
  readonly fetch: typeof fetch;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** A bearer is renewed so long before its end, milliseconds. */
const marginMs = 90_000;

/**
 * Who asks, for the widget: the bearer that the page was opened with, and later one for a fresh token of the
 * portal. It lives in this page alone.
 */
export function portalBearer(start: PortalStart, deps: BearerDeps): () => Promise<string> {
  let { secret, expiresAt } = start;
  let renewing: Promise<void> | undefined;

  async function renew(): Promise<void> {
    const accessToken = await deps.freshToken();
    if (accessToken === undefined) return;
    const { domain, memberId } = start.portal;
    const answer = await deps.fetch(`/v1/portals/${start.vendor}/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ domain, memberId, accessToken }),
    });
    if (answer.ok) ({ secret, expiresAt } = (await answer.json()) as PortalSession);
  }

  return async () => {
    if (Date.parse(expiresAt) - deps.now() < marginMs) {
      renewing ??= renew().finally(() => (renewing = undefined));
      // without the portal the old one is tried: the server says what there is to say
      await renewing.catch(() => undefined);
    }
    return secret;
  };
}
