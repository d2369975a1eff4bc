import type { PortalSession, PortalStart } from '#shared/wire/portal.ts';

interface BearerDeps {
  /** A fresh access token of the portal; undefined where there is none. */
  readonly freshToken: () => Promise<string | undefined>;
  readonly fetch: typeof fetch;
}

/**
 * Who asks, for the widget: the bearer that the page was opened with. Whoever asks again has seen that one near its
 * end or refused, whatever the clock of this machine says: then it is one for a fresh token of the portal. It lives
 * in this page alone.
 */
export function portalBearer(start: PortalStart, deps: BearerDeps): () => Promise<string> {
  let { secret } = start;
  let given = false;
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
    if (answer.ok) ({ secret } = (await answer.json()) as PortalSession);
  }

  return async () => {
    if (given) {
      renewing ??= renew().finally(() => (renewing = undefined));
      // without the portal the old one is tried: the server says what there is to say
      await renewing.catch(() => undefined);
    }
    given = true;
    return secret;
  };
}
